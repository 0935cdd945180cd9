package hudson.model;

public interface Item extends PersistenceRoot, hudson.security.AccessControlled {
    hudson.security.Permission CONFIGURE = hudson.security.Permission.of("Configure");
    hudson.security.Permission EXTENDED_READ = hudson.security.Permission.of("ExtendedRead");

    String getDisplayName();

    ItemGroup<? extends Item> getParent();

    String getFullName();
}
