package hudson.security;

import org.springframework.security.core.Authentication;

public abstract class ACL {
    public static final Authentication SYSTEM2 = new Authentication() {};

    public abstract boolean hasPermission2(Authentication a, Permission permission);
}
