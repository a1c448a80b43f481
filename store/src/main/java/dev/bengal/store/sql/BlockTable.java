package dev.bengal.store.sql;

import dev.bengal.store.BuildOrder;
import dev.bengal.store.columns.Block;
import dev.bengal.store.columns.BlockBuilder;
import dev.bengal.store.columns.BuildRow;
import dev.bengal.store.columns.Chunk;
import dev.bengal.store.columns.Column;
import dev.bengal.store.columns.FoundBuilds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where the blocks of an index are kept, and behind them the builds that are too few for one yet. */
final class BlockTable implements AutoCloseable {
    /** Below it are the parts of one block, above it its number. */
    private static final int PART_BITS = 32;

    private final Connection connection;
    private final KnownChunks known;
    private @Nullable PreparedStatement chunk;
    private long mark;

    BlockTable(Connection connection) {
        this(connection, new KnownChunks(0));
    }

    /** @param known parts that were read by others */
    BlockTable(Connection connection, KnownChunks known) {
        this.connection = connection;
        this.known = known;
    }

    /**
     * What is known of a block without reading it.
     *
     * @param number under which its parts are kept
     * @param first the number of its first build
     * @param last that of its last
     * @param started the latest of its builds' starts
     * @param stands the latest of the times where they stand
     * @param isInOrder whether each of them stands behind the one before
     * @param tail its builds where they are too few to be kept as a block yet, else null
     */
    record Kept(
            long number,
            int builds,
            long first,
            long last,
            long started,
            long stands,
            boolean isInOrder,
            @Nullable Block tail) {
        /** The latest time of its builds in an order. */
        long latest(BuildOrder order) {
            return FoundBuilds.time(order) == Column.STARTED ? started : stands;
        }

        /** Whether these times, and this order, are those of its builds. */
        boolean isTimed(Block block) {
            return latest(block, Column.STARTED) == started
                    && latest(block, Column.STANDS) == stands
                    && block.isInOrder() == isInOrder;
        }

        private static long latest(Block block, Column column) {
            return IntStream.range(0, block.size())
                    .mapToLong(at -> block.get(column, at))
                    .max()
                    .orElseThrow();
        }
    }

    /** What tells the index from all others; asked for before a block is opened. */
    long mark() throws SQLException {
        mark = number("SELECT mark FROM made");
        return mark;
    }

    /** All builds: the blocks, and the last ones as a block of their own where there are any. */
    List<Kept> read() throws SQLException {
        List<Kept> blocks = new ArrayList<>();
        mark();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT number, builds, first, last, started, stands, ordered FROM block ORDER BY number")) {
            while (rows.next()) {
                blocks.add(new Kept(
                        rows.getLong(1),
                        rows.getInt(2),
                        rows.getLong(3),
                        rows.getLong(4),
                        rows.getLong(5),
                        rows.getLong(6),
                        rows.getBoolean(7),
                        null));
            }
        }
        BlockBuilder tail = new BlockBuilder();
        tail().forEach(tail::add);
        if (tail.size() > 0) {
            Block block = tail.block();
            blocks.add(new Kept(
                    0,
                    tail.size(),
                    tail.first(),
                    tail.last(),
                    tail.latest(Column.STARTED),
                    tail.latest(Column.STANDS),
                    block.isInOrder(),
                    block));
        }
        return blocks;
    }

    /** The builds of a block, which several threads may read. */
    Block open(Kept kept) {
        Block tail = kept.tail();
        return tail == null
                ? new Block(kept.builds(), kept.first(), kept.last(), part -> part(kept.number(), part))
                : tail;
    }

    private byte @Nullable [] part(long block, int part) {
        long key = key(block, part);
        byte[] found = known.find(mark, key);
        if (found == null) {
            found = chunk(key);
            if (found != null) {
                known.keep(mark, key, found);
            }
        }
        return found;
    }

    /** One after the other, as a connection is used. */
    private synchronized byte @Nullable [] chunk(long key) {
        try {
            if (chunk == null) {
                chunk = connection.prepareStatement("SELECT bytes FROM chunk WHERE key = ?");
            }
            chunk.setLong(1, key);
            try (ResultSet row = chunk.executeQuery()) {
                return row.next() ? Chunk.open(row.getBytes(1)) : null;
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private static long key(long block, int part) {
        return (block << PART_BITS) | part;
    }

    /** The builds that are in no block yet. */
    List<BuildRow> tail() throws SQLException {
        List<BuildRow> tail = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT row FROM tail ORDER BY number")) {
            while (rows.next()) {
                tail.add(BuildRow.of(rows.getBytes(1)));
            }
        }
        return tail;
    }

    /** How many builds are in no block yet. */
    int tailLength() throws SQLException {
        return (int) number("SELECT count(*) FROM tail");
    }

    /** The highest number that a build has. */
    long lastNumber() throws SQLException {
        return number(
                "SELECT max(coalesce((SELECT max(last) FROM block), 0), coalesce((SELECT max(number) FROM tail), 0))");
    }

    private long number(String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Keeps builds that are too few for a block. */
    void addToTail(List<BuildRow> builds) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO tail (number, row) VALUES (?, ?)")) {
            for (BuildRow build : builds) {
                insert.setLong(1, build.get(Column.NUMBER));
                insert.setBytes(2, build.bytes());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Forgets the builds of the tail, since a block has them now. */
    void clearTail() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM tail");
        }
    }

    /** Keeps builds as a block. */
    void add(List<BuildRow> builds) throws SQLException {
        BlockBuilder builder = new BlockBuilder();
        builds.forEach(builder::add);
        long block = number("SELECT coalesce(max(number), 0) + 1 FROM block");
        try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO block (number, builds, first, last, started, stands, ordered) VALUES (?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement chunk = connection.prepareStatement("INSERT INTO chunk (key, bytes) VALUES (?, ?)")) {
            insert.setLong(1, block);
            insert.setInt(2, builds.size());
            insert.setLong(3, builder.first());
            insert.setLong(4, builder.last());
            insert.setLong(5, builder.latest(Column.STARTED));
            insert.setLong(6, builder.latest(Column.STANDS));
            insert.setBoolean(7, builder.block().isInOrder());
            insert.executeUpdate();
            for (Map.Entry<Integer, byte[]> part : builder.parts().entrySet()) {
                chunk.setLong(1, key(block, part.getKey()));
                chunk.setBytes(2, part.getValue());
                chunk.addBatch();
            }
            chunk.executeBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        if (chunk != null) {
            chunk.close();
        }
    }
}
