package hudson.security;

public final class Permission {
    private final String name;

    private Permission(String name) {
        this.name = name;
    }

    /** Not in Jenkins: gives the constants of these stubs a value. */
    public static Permission of(String name) {
        return new Permission(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
