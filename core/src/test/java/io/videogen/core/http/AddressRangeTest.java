package io.videogen.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of addresses: the first, the last and the neighbours of each block that is not the open network. */
class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, FORBIDDEN",
        "0.255.255.255, FORBIDDEN",
        "1.0.0.0, PUBLIC",
        "9.255.255.255, PUBLIC",
        "10.0.0.0, INTERNAL",
        "10.255.255.255, INTERNAL",
        "11.0.0.0, PUBLIC",
        "100.63.255.255, PUBLIC",
        "100.64.0.0, INTERNAL",
        "100.100.100.199, INTERNAL",
        "100.100.100.200, FORBIDDEN",
        "100.127.255.255, INTERNAL",
        "100.128.0.0, PUBLIC",
        "126.255.255.255, PUBLIC",
        "127.0.0.1, INTERNAL",
        "127.255.255.255, INTERNAL",
        "128.0.0.0, PUBLIC",
        "168.63.129.15, PUBLIC",
        "168.63.129.16, FORBIDDEN",
        "169.253.255.255, PUBLIC",
        "169.254.0.0, FORBIDDEN",
        "169.254.169.254, FORBIDDEN",
        "169.255.0.0, PUBLIC",
        "172.15.255.255, PUBLIC",
        "172.16.0.0, INTERNAL",
        "172.31.255.255, INTERNAL",
        "172.32.0.0, PUBLIC",
        "192.0.0.8, FORBIDDEN",
        "192.0.1.0, PUBLIC",
        "192.167.255.255, PUBLIC",
        "192.168.0.0, INTERNAL",
        "192.168.255.255, INTERNAL",
        "192.169.0.0, PUBLIC",
        "198.17.255.255, PUBLIC",
        "198.18.0.0, INTERNAL",
        "198.19.255.255, INTERNAL",
        "198.20.0.0, PUBLIC",
        "223.255.255.255, PUBLIC",
        "224.0.0.1, FORBIDDEN",
        "240.0.0.0, FORBIDDEN",
        "255.255.255.255, FORBIDDEN",
        "::, FORBIDDEN",
        "::1, INTERNAL",
        "2606:2800:220:1::1, PUBLIC",
        "100::1, FORBIDDEN",
        "fc00::1, INTERNAL",
        "fdff::1, INTERNAL",
        "fd00:ec2::254, FORBIDDEN",
        "fd20:ce::254, FORBIDDEN",
        "fe80::1, FORBIDDEN",
        "febf::1, FORBIDDEN",
        "fec0::1, INTERNAL",
        "ff02::1, FORBIDDEN",
    })
    void an_address_is_judged_by_its_block(String address, AddressRange expected) throws Exception {
        assertThat(AddressRange.of(InetAddress.getByName(address))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}, around {1}")
    @CsvSource({
        // IPv4-mapped, as a name server may answer it
        "00000000000000000000ffff????????, 10.0.0.1, INTERNAL",
        "00000000000000000000ffff????????, 127.0.0.1, INTERNAL",
        "00000000000000000000ffff????????, 169.254.169.254, FORBIDDEN",
        "00000000000000000000ffff????????, 93.184.216.34, PUBLIC",
        // IPv4-translated (RFC 2765)
        "0000000000000000ffff0000????????, 10.0.0.1, INTERNAL",
        "0000000000000000ffff0000????????, 93.184.216.34, PUBLIC",
        // IPv4-compatible
        "000000000000000000000000????????, 10.0.0.1, INTERNAL",
        "000000000000000000000000????????, 169.254.169.254, FORBIDDEN",
        "000000000000000000000000????????, 93.184.216.34, PUBLIC",
        // NAT64, well-known prefix
        "0064ff9b0000000000000000????????, 192.168.1.1, INTERNAL",
        "0064ff9b0000000000000000????????, 169.254.169.254, FORBIDDEN",
        "0064ff9b0000000000000000????????, 93.184.216.34, PUBLIC",
        // NAT64, prefixes that a network chooses: inside whatever they hold
        "0064ff9b0001000000000000????????, 93.184.216.34, INTERNAL",
        "0064ff9b0001000000000000????????, 10.0.0.1, INTERNAL",
        "0064ff9b0001000000000000????????, 169.254.169.254, FORBIDDEN",
        "0064ff9b0001a9fe00a9fe0000000000, 0.0.0.0, FORBIDDEN",
        // 6to4
        "2002????????00000000000000000001, 10.0.0.1, INTERNAL",
        "2002????????00000000000000000001, 169.254.169.254, FORBIDDEN",
        "2002????????00000000000000000001, 93.184.216.34, PUBLIC",
        // Teredo: the server's address, and the client's with its bits turned over
        "20010000????????000000005da8d800, 10.0.0.1, INTERNAL",
        "20010000415c160800000000f5fffffe, 10.0.0.1, INTERNAL",
        "20010000415c16080000000056015601, 169.254.169.254, FORBIDDEN",
        "20010000415c160800000000a24727dd, 93.184.216.34, PUBLIC",
    })
    void an_address_around_another_is_judged_as_that(String hex, String inner, AddressRange expected) throws Exception {
        String filled = hex.replace(
                "????????",
                HexFormat.of().formatHex(InetAddress.getByName(inner).getAddress()));

        assertThat(AddressRange.of(six(filled))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"93.184.216.34 10.0.0.1, INTERNAL", "10.0.0.1 169.254.169.254, FORBIDDEN", "'', FORBIDDEN"})
    void of_several_addresses_the_worst_counts(String addresses, AddressRange expected) {
        assertThat(AddressRange.worst(Arrays.stream(addresses.split(" "))
                        .filter(text -> !text.isEmpty())
                        .map(AddressRangeTest::named)
                        .toList()))
                .isEqualTo(expected);
    }

    /** As the resolver makes it: the usual ways turn a mapped address into one of IPv4. */
    private static InetAddress six(String hex) throws UnknownHostException {
        return Inet6Address.getByAddress("test", HexFormat.of().parseHex(hex), -1);
    }

    private static InetAddress named(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
