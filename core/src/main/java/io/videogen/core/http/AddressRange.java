package io.videogen.core.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What part of the address space an address belongs to; from harmless to never. */
enum AddressRange {
    PUBLIC,
    /** Loopback, private use (RFC 1918, RFC 4193), shared space of carriers (RFC 6598), benchmarks (RFC 2544). */
    INTERNAL,
    /** Link-local, multicast, unspecified, reserved, and the metadata services of clouds. */
    FORBIDDEN;

    /** Metadata services outside the link-local range: Alibaba Cloud, Azure, AWS on IPv6. */
    private static final Set<String> METADATA = Set.of("100.100.100.200", "168.63.129.16", "fd00:ec2:0:0:0:0:0:254");

    static AddressRange worst(List<InetAddress> addresses) {
        return addresses.stream()
                .map(AddressRange::of)
                .max(Comparator.naturalOrder())
                .orElse(FORBIDDEN);
    }

    static AddressRange of(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        if (METADATA.contains(zone < 0 ? text : text.substring(0, zone))
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress()) {
            return FORBIDDEN;
        }
        if (address.isLoopbackAddress() || address.isSiteLocalAddress()) {
            return INTERNAL;
        }
        return address instanceof Inet6Address ? ofSix(address.getAddress()) : ofFour(address.getAddress());
    }

    private static AddressRange ofFour(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (first == 0 || first >= 240 || first == 192 && second == 0 && bytes[2] == 0) {
            return FORBIDDEN;
        }
        boolean carrier = first == 100 && (second & 0xc0) == 64;
        boolean benchmark = first == 198 && (second & 0xfe) == 18;
        return carrier || benchmark ? INTERNAL : PUBLIC;
    }

    private static AddressRange ofSix(byte[] bytes) {
        if ((bytes[0] & 0xfe) == 0xfc) {
            return INTERNAL;
        }
        // Ranges that carry an IPv4 address: IPv4-compatible (::/96), NAT64 (64:ff9b::/96), 6to4 (2002::/16).
        if (startsWith(bytes, new byte[12]) || startsWith(bytes, new byte[] {0, 0x64, (byte) 0xff, (byte) 0x9b})) {
            return embedded(bytes, 12);
        }
        return startsWith(bytes, new byte[] {0x20, 0x02}) ? embedded(bytes, 2) : PUBLIC;
    }

    private static AddressRange embedded(byte[] bytes, int from) {
        try {
            return of(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }
}
