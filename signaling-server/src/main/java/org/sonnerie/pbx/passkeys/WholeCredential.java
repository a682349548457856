package org.sonnerie.pbx.passkeys;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;

/** Whether all is there that a credential must have: the library takes that for granted. */
final class WholeCredential {
    private WholeCredential() {}

    /** One that was made. */
    static boolean made(@Nullable PublicKeyCredential<AuthenticatorAttestationResponse> one) {
        return one != null && isWhole(one) && isThere(one.getResponse().getAttestationObject());
    }

    /** One that signed. */
    static boolean signed(@Nullable PublicKeyCredential<AuthenticatorAssertionResponse> one) {
        return one != null
                && isWhole(one)
                && isThere(
                        one.getResponse().getAuthenticatorData(), one.getResponse().getSignature());
    }

    private static boolean isWhole(PublicKeyCredential<? extends AuthenticatorResponse> one) {
        return isThere(one.getId(), one.getRawId(), one.getResponse())
                && isThere(one.getResponse().getClientDataJSON());
    }

    private static boolean isThere(@Nullable Object... parts) {
        for (Object part : parts) {
            if (part == null) {
                return false;
            }
        }
        return true;
    }
}
