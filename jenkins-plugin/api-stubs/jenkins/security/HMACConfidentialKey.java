package jenkins.security;

import javax.crypto.Mac;

public class HMACConfidentialKey extends ConfidentialKey {
    public HMACConfidentialKey(String id) {
        super(id);
    }

    public Mac createMac() {
        throw new UnsupportedOperationException("stub");
    }
}
