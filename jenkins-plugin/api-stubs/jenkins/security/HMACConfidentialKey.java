package jenkins.security;

public class HMACConfidentialKey extends ConfidentialKey {
    public HMACConfidentialKey(String id) {
        super(id);
    }

    public String mac(String message) {
        throw new UnsupportedOperationException("stub");
    }
}
