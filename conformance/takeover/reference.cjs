// The reference: Backstage's catalog with the module for templates, as our CatalogMain has it.
const { createBackend } = require('@backstage/backend-defaults');
const backend = createBackend();
backend.add(require('@backstage/plugin-catalog-backend').default);
backend.add(require('@backstage/plugin-catalog-backend-module-scaffolder-entity-model').default);
backend.start();
