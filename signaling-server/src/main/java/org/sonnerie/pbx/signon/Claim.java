package org.sonnerie.pbx.signon;

/** By what an identity provider's word on somebody is matched with a person of the company. */
public enum Claim {
    /** The address in the person's form; one that is said to be unverified is not taken. */
    EMAIL("email"),
    /** The user name. */
    USER_NAME("preferred_username");

    private final String member;

    Claim(String member) {
        this.member = member;
    }

    /** The member of the ID token (OpenID Connect Core 1.0, section 5.1). */
    String member() {
        return member;
    }
}
