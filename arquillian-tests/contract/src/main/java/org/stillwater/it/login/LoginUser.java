package org.stillwater.it.login;

/** Somebody whom the server knows, by whatever means it keeps its users. */
public final class LoginUser {
    public static final String NAME = "alice";
    public static final String PASSWORD = "wonderland-1";
    public static final String ROLE = "reader";

    private LoginUser() {}
}
