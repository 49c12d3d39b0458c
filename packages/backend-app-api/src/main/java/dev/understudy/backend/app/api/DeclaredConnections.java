// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.plugin.api.CoreServices;
import dev.understudy.backend.plugin.api.Ref;
import dev.understudy.backend.plugin.api.service.Connection;
import dev.understudy.backend.plugin.api.service.ConnectionQuery;
import dev.understudy.backend.plugin.api.service.ConnectionsService;
import dev.understudy.errors.InputException;
import java.util.List;
import java.util.Set;

/** The connections service as a plugin or module sees it, limited to the types that it declared. */
record DeclaredConnections(ConnectionsService service, Set<String> types) implements ConnectionsService {
    /** Resolves as another does, and limits the connections service. */
    static DeclaredDependency.Resolver limit(DeclaredDependency.Resolver resolver, Set<String> types) {
        return new DeclaredDependency.Resolver() {
            @Override
            @SuppressWarnings("unchecked") // a reference with this id stands for this service
            public <V> V resolve(Ref<V> ref) {
                var value = resolver.resolve(ref);
                return value instanceof ConnectionsService service && ref.id().equals(CoreServices.CONNECTIONS.id())
                        ? (V) new DeclaredConnections(service, types)
                        : value;
            }
        };
    }

    @Override
    public Connection find(String type, ConnectionQuery query) {
        requireDeclared(type);
        return service.find(type, query);
    }

    @Override
    public AuthorizedConnection find(String type, ConnectionQuery query, List<String> authMethods) {
        requireDeclared(type);
        return service.find(type, query, authMethods);
    }

    private void requireDeclared(String type) {
        if (!types.contains(type)) {
            throw new InputException("Plugin attempted to look up an undeclared connection of type \"" + type
                    + "\". Declare it during register() with declareConnection(reg, { type: \"" + type + "\" }).");
        }
    }
}
