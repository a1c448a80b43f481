/** Reads histories back, every version ever written, and answers questions about them. */
module dev.bengal.store {
    requires static org.checkerframework.checker.qual;
    requires static transitive org.jspecify;
    requires transitive dev.bengal.journal;
    requires com.fasterxml.jackson.core;
    requires java.logging;
    requires java.sql;
    requires org.postgresql.jdbc;
    requires org.xerial.sqlitejdbc;

    exports dev.bengal.store;
    exports dev.bengal.store.columns;
    exports dev.bengal.store.git;
    exports dev.bengal.store.sql;
    exports dev.bengal.store.upkeep;
}
