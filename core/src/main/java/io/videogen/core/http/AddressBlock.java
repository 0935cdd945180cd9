package io.videogen.core.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** A block of addresses, as in {@code 10.0.0.0/8}. */
record AddressBlock(byte[] prefix, int bits) {

    static AddressBlock parse(String text) {
        int slash = text.indexOf('/');
        try {
            // A literal: no name server is asked.
            byte[] prefix = InetAddress.getByName(text.substring(0, slash)).getAddress();
            return new AddressBlock(prefix, Integer.parseInt(text.substring(slash + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    boolean holds(byte[] address) {
        int whole = bits / 8;
        int rest = 0xff00 >> bits % 8 & 0xff;
        return address.length == prefix.length
                && Arrays.equals(address, 0, whole, prefix, 0, whole)
                && (rest == 0 || (address[whole] & rest) == (prefix[whole] & rest));
    }
}
