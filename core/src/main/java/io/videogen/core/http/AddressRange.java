package io.videogen.core.http;

import java.net.InetAddress;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What part of the address space an address belongs to; from harmless to never. */
enum AddressRange {
    PUBLIC,
    /** Loopback, private use (RFC 1918, RFC 4193), shared space of carriers (RFC 6598), benchmarks (RFC 2544). */
    INTERNAL,
    /** Link-local, multicast, unspecified, reserved, and the metadata services of clouds. */
    FORBIDDEN;

    /** Of an address in several blocks the first one decides; what is in none is looked into, see {@link #wrapped}. */
    private static final Map<AddressBlock, AddressRange> BLOCKS = new LinkedHashMap<>();

    static {
        // Metadata services outside the link-local range: Alibaba Cloud, Azure; AWS and Google Cloud on IPv6.
        put(FORBIDDEN, "100.100.100.200/32 168.63.129.16/32 fd00:ec2::254/128 fd20:ce::254/128");
        put(INTERNAL, "10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 172.16.0.0/12 192.168.0.0/16 198.18.0.0/15");
        put(FORBIDDEN, "0.0.0.0/8 169.254.0.0/16 192.0.0.0/24 224.0.0.0/3");
        put(INTERNAL, "::1/128 fc00::/7 fec0::/10");
        put(FORBIDDEN, "::/104 100::/64 fe80::/10 ff00::/8");
    }

    /** IPv4-compatible and IPv4-translated addresses, NAT64 (RFC 6052): the last four bytes are an address of IPv4. */
    private static final List<AddressBlock> AROUND_FOUR = List.of(
            AddressBlock.parse("::/96"), AddressBlock.parse("::ffff:0:0:0/96"), AddressBlock.parse("64:ff9b::/96"));
    /** NAT64 of a network's own making (RFC 8215). */
    private static final AddressBlock LOCAL_NAT64 = AddressBlock.parse("64:ff9b:1::/48");

    private static final AddressBlock SIX_TO_FOUR = AddressBlock.parse("2002::/16");
    private static final AddressBlock TEREDO = AddressBlock.parse("2001::/32");

    static AddressRange worst(List<InetAddress> addresses) {
        return addresses.stream()
                .map(AddressRange::of)
                .max(Comparator.naturalOrder())
                .orElse(FORBIDDEN);
    }

    static AddressRange of(InetAddress address) {
        return of(address.getAddress());
    }

    private static AddressRange of(byte... bytes) {
        for (Map.Entry<AddressBlock, AddressRange> block : BLOCKS.entrySet()) {
            if (block.getKey().holds(bytes)) {
                return block.getValue();
            }
        }
        return bytes.length == 4 ? PUBLIC : wrapped(bytes);
    }

    /** Some forms of IPv6 carry an address of IPv4, which is what is reached in the end. */
    private static AddressRange wrapped(byte[] six) {
        if (isMapped(six) || AROUND_FOUR.stream().anyMatch(block -> block.holds(six))) {
            return of(six[12], six[13], six[14], six[15]);
        }
        if (SIX_TO_FOUR.holds(six)) {
            return of(six[2], six[3], six[4], six[5]);
        }
        if (TEREDO.holds(six)) {
            AddressRange server = of(six[4], six[5], six[6], six[7]);
            return server.or(of((byte) ~six[12], (byte) ~six[13], (byte) ~six[14], (byte) ~six[15]));
        }
        if (LOCAL_NAT64.holds(six)) {
            // The two usual lengths of the prefix, 96 and 48 bits; the longer one leaves no zeros at the end.
            boolean atEnd = six[12] != 0;
            return INTERNAL.or(atEnd ? of(six[12], six[13], six[14], six[15]) : of(six[6], six[7], six[9], six[10]));
        }
        return PUBLIC;
    }

    /** {@code ::ffff:0:0/96}, which can not be parsed: {@link InetAddress} makes it IPv4, except from a name server. */
    private static boolean isMapped(byte[] six) {
        boolean zeros = true;
        for (int i = 0; i < 10; i++) {
            zeros &= six[i] == 0;
        }
        return zeros && six[10] == -1 && six[11] == -1;
    }

    private AddressRange or(AddressRange other) {
        return compareTo(other) < 0 ? other : this;
    }

    private static void put(AddressRange range, String blocks) {
        for (String block : blocks.split(" ")) {
            BLOCKS.put(AddressBlock.parse(block), range);
        }
    }
}
