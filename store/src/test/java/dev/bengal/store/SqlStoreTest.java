package dev.bengal.store;

import java.nio.file.Path;

/** The shared store on a real server, as a store. */
class SqlStoreTest extends BuildStoreContract {
    @Override
    BuildStore open(Path folder) {
        return PostgresServer.store(PostgresServer.schemaOf(folder));
    }
}
