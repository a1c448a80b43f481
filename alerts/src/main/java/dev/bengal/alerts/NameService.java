package dev.bengal.alerts;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host. Asked twice it may answer differently, also because somebody wants it to. */
@FunctionalInterface
interface NameService {
    /** As the system does it. */
    NameService OF_THE_SYSTEM = InetAddress::getAllByName;

    /**
     * All addresses, at least one.
     *
     * @param host a name, or an address without brackets
     */
    InetAddress[] addresses(String host) throws UnknownHostException;
}
