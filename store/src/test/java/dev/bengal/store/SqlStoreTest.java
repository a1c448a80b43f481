package dev.bengal.store;

import java.nio.file.Path;

/** The shared store on a real server, as a store. */
class SqlStoreTest extends BuildStoreContract implements SharedStoreContract {
    private String schema = "";

    @Override
    BuildStore open(Path folder) {
        schema = PostgresServer.schemaOf(folder);
        return PostgresServer.store(schema);
    }

    @Override
    public SharedStore ofShop() {
        return PostgresServer.store(schema, "shop");
    }
}
