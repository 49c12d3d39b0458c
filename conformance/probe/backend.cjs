// The reference that answers are recorded from: its catalog, and the probe.
const { createBackend } = require('@backstage/backend-defaults');
const backend = createBackend();
backend.add(require('@backstage/plugin-catalog-backend').default);
backend.add(require('./probe.cjs'));
backend.start();
