package hudson;

public final class ProxyConfiguration {}
