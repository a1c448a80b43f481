package dev.bengal.store.columns;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/** One column of a block as it is kept: its bytes, and behind them eight with their sum (CRC-32), so that damage is noticed. */
public final class Chunk {
    private Chunk() {}

    static byte[] seal(byte[] bytes) {
        return ByteBuffer.allocate(bytes.length + Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(bytes)
                .putLong(sum(bytes, bytes.length))
                .array();
    }

    /**
     * The same bytes, which begin with those that were sealed.
     *
     * @throws DamagedBlockException where they are others
     */
    public static byte[] open(byte[] sealed) {
        int length = sealed.length - Long.BYTES;
        if (length < 0
                || ByteBuffer.wrap(sealed).order(ByteOrder.LITTLE_ENDIAN).getLong(length) != sum(sealed, length)) {
            throw new DamagedBlockException("its sum is another one");
        }
        return sealed;
    }

    private static long sum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return sum.getValue();
    }
}
