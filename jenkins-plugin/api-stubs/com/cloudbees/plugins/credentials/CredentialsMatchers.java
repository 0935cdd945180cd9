package com.cloudbees.plugins.credentials;

public class CredentialsMatchers {
    public static CredentialsMatcher always() {
        throw new UnsupportedOperationException("stub");
    }

    public static CredentialsMatcher withId(String id) {
        throw new UnsupportedOperationException("stub");
    }
}
