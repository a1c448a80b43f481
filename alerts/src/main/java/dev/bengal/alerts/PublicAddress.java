package dev.bengal.alerts;

import java.net.InetAddress;

/**
 * Tells addresses that everyone means the same machine by from those of this machine, of its network, or of nobody. Webhooks are kept to the
 * former, since whoever may choose an address could else have this machine ask what only it can reach.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6890">RFC 6890, the registries of addresses with a special purpose</a>
 */
final class PublicAddress {
    private PublicAddress() {}

    /** Whether an address is public. One of IPv6 that carries one of IPv4 to a translator is not, wherever it leads. */
    static boolean isOne(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean isSpecial = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        return !isSpecial && (bytes.length == 4 ? isOfIpv4(bytes) : isOfIpv6(bytes));
    }

    private static boolean isOfIpv4(byte[] address) {
        int first = address[0] & 0xff;
        int second = address[1] & 0xff;
        int third = address[2] & 0xff;
        boolean isShared = first == 100 && (second & 0xc0) == 64;
        boolean isForProtocols = first == 192 && second == 0 && third == 0;
        boolean isRelay = first == 192 && second == 88 && third == 99;
        boolean isForBenchmarks = first == 198 && (second & 0xfe) == 18;
        boolean isForDocuments = (first == 192 && second == 0 && third == 2)
                || (first == 198 && second == 51 && third == 100)
                || (first == 203 && second == 0 && third == 113);
        return first != 0
                && first < 240
                && !isShared
                && !isForProtocols
                && !isRelay
                && !isForBenchmarks
                && !isForDocuments;
    }

    /**
     * Only of 2000::/3, which leaves out 64:ff9b::/96 and 64:ff9b:1::/48 (NAT64), ::/96, fc00::/7 and all that nobody has; and of that
     * not 2001::/23 (protocols, Teredo among them), 2001:db8::/32 and 3fff::/20 (documents), 2002::/16 (6to4).
     */
    private static boolean isOfIpv6(byte[] address) {
        int first = ((address[0] & 0xff) << 8) | (address[1] & 0xff);
        int second = ((address[2] & 0xff) << 8) | (address[3] & 0xff);
        boolean isGlobal = first >= 0x2000 && first < 0x4000;
        boolean isForProtocols = first == 0x2001 && second < 0x0200;
        boolean isForDocuments = (first == 0x2001 && second == 0x0db8) || (first == 0x3fff && second < 0x1000);
        return isGlobal && !isForProtocols && !isForDocuments && first != 0x2002;
    }
}
