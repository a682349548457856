package org.sonnerie.pbx.passkeys;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Repository;

/** By which handle authenticators know whom. What Spring calls a user name is a person's id. */
@Repository
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {
    private final Tables tables;
    private final People people;

    PasskeyOwners(Tables tables, People people) {
        this.tables = tables;
        this.people = people;
    }

    /** Whose a handle is. */
    Optional<Account> account(Bytes handle) {
        return tables.across(ProviderWork.LOG_IN)
                .sql("select person_id from passkey_owner where user_handle = ?")
                .param(handle.toBase64UrlString())
                .query(String.class)
                .optional()
                .flatMap(id -> people.account(new PersonId(id)));
    }

    /** Makes sure that somebody has a handle. */
    void know(Account account) {
        if (findByUsername(account.id().text()) == null) {
            tables.of(account.company())
                    .sql(
                            "insert into passkey_owner (company_id, person_id, user_handle)"
                                    + " values (?, ?, ?)")
                    .params(
                            account.company().text(),
                            account.id().text(),
                            Bytes.random().toBase64UrlString())
                    .update();
        }
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return account(id).map(account -> entity(account, id)).orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String person) {
        Optional<Account> account = people.account(new PersonId(person));
        return tables.across(ProviderWork.LOG_IN)
                .sql("select user_handle from passkey_owner where person_id = ?")
                .param(person)
                .query(String.class)
                .optional()
                .map(Bytes::fromBase64)
                .flatMap(handle -> account.map(one -> entity(one, handle)))
                .orElse(null);
    }

    /** The names are what the browser shows when it asks which passkey. */
    private static PublicKeyCredentialUserEntity entity(Account account, Bytes handle) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle)
                .name(account.userName())
                .displayName(account.displayName())
                .build();
    }

    /** Never asked for: whoever registers a passkey has a handle already. */
    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new IllegalStateException("nobody was to be made");
    }

    @Override
    public void delete(Bytes id) {
        tables.across(ProviderWork.LOG_IN)
                .sql("delete from passkey_owner where user_handle = ?")
                .param(id.toBase64UrlString())
                .update();
    }
}
