package jenkins.security;

public class HMACConfidentialKey extends ConfidentialKey {
    @SuppressWarnings("rawtypes")
    public HMACConfidentialKey(Class owner, String shortName) {
        super(shortName);
    }

    public String mac(String message) {
        throw new UnsupportedOperationException("stub");
    }
}
