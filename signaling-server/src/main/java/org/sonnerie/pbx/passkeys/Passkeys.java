package org.sonnerie.pbx.passkeys;

import com.webauthn4j.util.exception.WebAuthnException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.tables.DurableChange;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * People's passkeys. Each ceremony has two halves: options for the browser, which the session
 * keeps, and what the authenticator made of them, which uses them up. The authenticator has to have
 * verified its user (PIN, finger, face): so a passkey counts as both factors. Thread safe.
 */
@Component
public class Passkeys {
    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final String NAME = "Sonnerie";
    private static final String CREATION = Passkeys.class.getName() + ".creation";
    private static final String REQUEST = Passkeys.class.getName() + ".request";
    private static final int MOST = 20;

    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>
            ATTESTED = new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>
            ASSERTED = new TypeReference<>() {};

    private final PasskeyOwners owners;
    private final PasskeyRows rows;
    private final People people;
    private final SonnerieProperties properties;
    private final DurableChange changes;
    private final ApplicationEventPublisher events;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Passkeys(
            PasskeyOwners owners,
            PasskeyRows rows,
            People people,
            SonnerieProperties properties,
            DurableChange changes,
            ApplicationEventPublisher events) {
        this.owners = owners;
        this.rows = rows;
        this.people = people;
        this.properties = properties;
        this.changes = changes;
        this.events = events;
    }

    /**
     * Somebody's passkeys.
     *
     * @param company whose
     * @param person who
     * @return the oldest first
     */
    public List<Passkey> of(CompanyId company, PersonId person) {
        return rows.of(company, person);
    }

    /**
     * Gives one another name.
     *
     * @param company whose
     * @param person who
     * @param id which
     * @param label 1 to 100 characters
     * @return false: he has none like that
     */
    public boolean rename(CompanyId company, PersonId person, String id, String label) {
        return rows.rename(company, person, id, label);
    }

    /**
     * Nobody signs in with it any more; durable on return.
     *
     * @param company whose
     * @param person who
     * @param id which
     * @return false: he has none like that
     */
    public boolean remove(CompanyId company, PersonId person, String id) {
        return changes.make(
                company,
                () -> {
                    rows.of(company, person).stream()
                            .filter(one -> one.id().equals(id))
                            .forEach(one -> tell(company, one.label(), false));
                    return rows.remove(company, person, id);
                });
    }

    /**
     * Takes all of somebody's away; durable on return.
     *
     * @param company whose
     * @param person who
     * @return how many there were
     */
    public int removeAll(CompanyId company, PersonId person) {
        return changes.make(
                company,
                () -> {
                    rows.of(company, person).forEach(one -> tell(company, one.label(), false));
                    return rows.removeAll(company, person);
                });
    }

    private void tell(CompanyId company, String label, boolean added) {
        events.publishEvent(new PasskeyChanged(company, label, added));
    }

    /**
     * Begins to register one for whoever is signed in.
     *
     * @param me who
     * @param request from the page
     * @return the options, as JSON for {@code parseCreationOptionsFromJSON}; empty: he has enough
     */
    public Optional<String> beginRegistration(PersonId me, HttpServletRequest request) {
        Optional<Account> account =
                people.account(me).filter(one -> rows.of(one.company(), me).size() < MOST);
        return account.map(one -> {
            owners.know(one);
            PublicKeyCredentialCreationOptions options =
                    party(request)
                            .createPublicKeyCredentialCreationOptions(
                                    new ImmutablePublicKeyCredentialCreationOptionsRequest(
                                            whoAsks()));
            request.getSession().setAttribute(CREATION, options);
            return json.writeValueAsString(options);
        });
    }

    /**
     * Registers what the authenticator made; durable on return.
     *
     * @param me who is signed in: whoever began it
     * @param credential {@code PublicKeyCredential.toJSON()}
     * @param label as its owner calls it
     * @param request from the page
     * @return false: it does not fit what was asked for
     */
    public boolean register(
            PersonId me, String credential, String label, HttpServletRequest request) {
        if (!(taken(request, CREATION) instanceof PublicKeyCredentialCreationOptions options)
                || !isOf(me, options)) {
            return false;
        }
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> made =
                    json.readValue(credential, ATTESTED);
            if (!WholeCredential.made(made)) {
                return false;
            }
            party(request)
                    .registerCredential(
                            new ImmutableRelyingPartyRegistrationRequest(
                                    options, new RelyingPartyPublicKey(made, label)));
            // Durable with what is told of it: the party knows no company, and no transaction.
            people.account(me)
                    .ifPresent(account ->
                            changes.make(
                                    account.company(), () -> tell(account.company(), label, true)));
            return true;
        } catch (WebAuthnException | JacksonException | IllegalArgumentException e) {
            LOG.warn("a passkey was not registered: {}", e.getClass().getSimpleName());
            return false;
        }
    }

    private boolean isOf(PersonId me, PublicKeyCredentialCreationOptions options) {
        return owners.account(options.getUser().getId())
                .filter(account -> account.id().equals(me))
                .isPresent();
    }

    /**
     * Begins a log-in by whichever passkey the person chooses.
     *
     * @param request from the page
     * @return the options, as JSON for {@code parseRequestOptionsFromJSON}
     */
    public String beginLogIn(HttpServletRequest request) {
        PublicKeyCredentialRequestOptions options =
                party(request)
                        .createCredentialRequestOptions(
                                new ImmutablePublicKeyCredentialRequestOptionsRequest(whoAsks()));
        request.getSession().setAttribute(REQUEST, options);
        return json.writeValueAsString(options);
    }

    /**
     * Who has signed.
     *
     * @param credential {@code PublicKeyCredential.toJSON()}
     * @param request from the page
     * @return empty: nobody we know, or not what was asked for
     */
    public Optional<Account> logIn(String credential, HttpServletRequest request) {
        if (!(taken(request, REQUEST) instanceof PublicKeyCredentialRequestOptions options)) {
            return Optional.empty();
        }
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> signed =
                    json.readValue(credential, ASSERTED);
            if (!WholeCredential.signed(signed)) {
                return Optional.empty();
            }
            PublicKeyCredentialUserEntity who =
                    party(request)
                            .authenticate(new RelyingPartyAuthenticationRequest(options, signed));
            return Optional.ofNullable(who).flatMap(one -> owners.account(one.getId()));
        } catch (WebAuthnException | JacksonException | IllegalArgumentException e) {
            LOG.warn("a passkey was refused: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** Options work once: what was signed for them is worth nothing a second time. */
    private static Object taken(HttpServletRequest request, String name) {
        HttpSession session = request.getSession();
        Object options = session.getAttribute(name);
        session.removeAttribute(name);
        return options == null ? "" : options;
    }

    private static Authentication whoAsks() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null) {
            throw new IllegalStateException("strangers have an authentication too");
        }
        return who;
    }

    /** Of the name and origin under which the page was opened: there can be several. */
    private Webauthn4JRelyingPartyOperations party(HttpServletRequest request) {
        Site site = Site.of(request, properties.origins());
        PublicKeyCredentialRpEntity entity =
                PublicKeyCredentialRpEntity.builder().id(site.host()).name(NAME).build();
        Webauthn4JRelyingPartyOperations party =
                new Webauthn4JRelyingPartyOperations(owners, rows, entity, site.origins());
        party.setCustomizeCreationOptions(options ->
                options.authenticatorSelection(
                        AuthenticatorSelectionCriteria.builder()
                                .residentKey(ResidentKeyRequirement.REQUIRED)
                                .userVerification(UserVerificationRequirement.REQUIRED)
                                .build()));
        party.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return party;
    }
}
