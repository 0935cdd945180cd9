package jenkins.model;

import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.Permission;

public class Jenkins implements AccessControlled {
    public static final Permission ADMINISTER = Permission.of("Administer");
    public static final Permission SYSTEM_READ = Permission.of("SystemRead");

    protected Jenkins() {}

    public static Jenkins get() throws IllegalStateException {
        throw new UnsupportedOperationException("stub");
    }

    public static Jenkins getInstanceOrNull() {
        return null;
    }

    public hudson.ProxyConfiguration getProxy() {
        throw new UnsupportedOperationException("stub");
    }

    public java.io.File getRootDir() {
        throw new UnsupportedOperationException("stub");
    }

    public boolean isTerminating() {
        throw new UnsupportedOperationException("stub");
    }

    @Override
    public ACL getACL() {
        throw new UnsupportedOperationException("stub");
    }
}
