package org.sonnerie.pbx.signon;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/** Nothing is asked of an identity provider once somebody is signed in: its tokens are dropped. */
final class KeepsNoTokens implements OAuth2AuthorizedClientRepository {
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // The interface's.
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String company, Authentication principal, HttpServletRequest request) {
        return null;
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication principal,
            HttpServletRequest request,
            HttpServletResponse response) {
        // It has served.
    }

    @Override
    public void removeAuthorizedClient(
            String company,
            Authentication principal,
            HttpServletRequest request,
            HttpServletResponse response) {
        // None is kept.
    }
}
