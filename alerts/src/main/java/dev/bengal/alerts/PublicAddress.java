package dev.bengal.alerts;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Keeps webhooks from reaching what only this machine can reach. The name is looked up just before the connection is made, and the JVM
 * keeps its answer for some seconds, so that the connection goes where the look led.
 */
final class PublicAddress {
    private PublicAddress() {}

    /** @throws NotDeliveredException where the address is, or may lead, to a machine of a private network, or is unknown */
    static void require(URI place) throws NotDeliveredException {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(place.getHost());
        } catch (UnknownHostException e) {
            throw new NotDeliveredException("the name of the webhook's server is not known", e);
        }
        if (Arrays.stream(addresses).anyMatch(PublicAddress::isPrivate)) {
            throw new NotDeliveredException(
                    "the webhook leads to a private address; 'allow_private = true' at the receiver allows that");
        }
    }

    static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean isReserved = bytes.length == 4
                ? first == 0
                        || first >= 240
                        || (first == 100 && (second & 0xc0) == 64)
                        || (first == 198 && (second & 0xfe) == 18)
                : (first & 0xfe) == 0xfc || isCarrierOfAnother(address);
        return isReserved
                || address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }

    /** Addresses of IPv6 that are translated to ones of IPv4 may lead anywhere. */
    private static boolean isCarrierOfAnother(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean isTranslated =
                bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
        boolean is6to4 = bytes[0] == 0x20 && bytes[1] == 0x02;
        return isTranslated || is6to4 || ((Inet6Address) address).isIPv4CompatibleAddress();
    }
}
