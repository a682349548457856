package org.sonnerie.pbx.passkeys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.tables.ProviderWork;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** The passkeys in the database. */
@Repository
class PasskeyRows implements UserCredentialRepository {
    private static final String RECORD =
            "select p.*, o.user_handle from passkey p join passkey_owner o"
                    + " on o.person_id = p.person_id ";
    private static final String OF_PERSON = " where company_id = ? and person_id = ?";

    private final Tables tables;
    private final PasskeyOwners owners;
    private final InstantSource clock;

    PasskeyRows(Tables tables, PasskeyOwners owners, InstantSource clock) {
        this.tables = tables;
        this.owners = owners;
        this.clock = clock;
    }

    List<Passkey> of(CompanyId company, PersonId person) {
        return tables.of(company)
                .sql(
                        "select credential_id, label, made_at, used_at from passkey"
                                + OF_PERSON
                                + " order by made_at, credential_id")
                .params(company.text(), person.text())
                .query((row, _) ->
                        new Passkey(
                                row.getString(1),
                                row.getString(2),
                                row.getObject(3, OffsetDateTime.class).toInstant(),
                                Optional.ofNullable(row.getObject(4, OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant)))
                .list();
    }

    boolean rename(CompanyId company, PersonId person, String id, String label) {
        return tables.of(company)
                        .sql("update passkey set label = ?" + OF_PERSON + " and credential_id = ?")
                        .params(label, company.text(), person.text(), id)
                        .update()
                == 1;
    }

    boolean remove(CompanyId company, PersonId person, String id) {
        return tables.of(company)
                        .sql("delete from passkey" + OF_PERSON + " and credential_id = ?")
                        .params(company.text(), person.text(), id)
                        .update()
                == 1;
    }

    int removeAll(CompanyId company, PersonId person) {
        return tables.of(company)
                .sql("delete from passkey" + OF_PERSON)
                .params(company.text(), person.text())
                .update();
    }

    @Override
    public void save(CredentialRecord one) {
        if (!used(one)) {
            add(one);
        }
    }

    /** Only what an authenticator tells anew at each log-in changes. */
    private boolean used(CredentialRecord one) {
        return tables.across(ProviderWork.LOG_IN)
                        .sql(
                                "update passkey set signature_count = ?, backup_state = ?, used_at"
                                        + " = ? where credential_id = ?")
                        .params(
                                one.getSignatureCount(),
                                one.isBackupState(),
                                clock.instant().atOffset(ZoneOffset.UTC),
                                one.getCredentialId().toBase64UrlString())
                        .update()
                == 1;
    }

    private void add(CredentialRecord one) {
        Account owner =
                owners.account(one.getUserEntityUserId())
                        .orElseThrow(() -> new IllegalStateException("a passkey of nobody"));
        tables.of(owner.company())
                .sql(
                        "insert into passkey (credential_id, company_id, person_id, label,"
                                + " public_key, signature_count, uv_initialized, transports,"
                                + " backup_eligible, backup_state, attestation, client_data,"
                                + " made_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        one.getCredentialId().toBase64UrlString(),
                        owner.company().text(),
                        owner.id().text(),
                        one.getLabel(),
                        one.getPublicKey().getBytes(),
                        one.getSignatureCount(),
                        one.isUvInitialized(),
                        transports(one.getTransports()),
                        one.isBackupEligible(),
                        one.isBackupState(),
                        octets(one.getAttestationObject()),
                        octets(one.getAttestationClientDataJSON()),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static byte[] octets(@Nullable Bytes bytes) {
        return bytes == null ? new byte[0] : bytes.getBytes();
    }

    private static String transports(Set<AuthenticatorTransport> transports) {
        return transports.stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return tables.across(ProviderWork.LOG_IN)
                .sql(RECORD + "where p.credential_id = ?")
                .param(id.toBase64UrlString())
                .query(PasskeyRows::credential)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return tables.across(ProviderWork.LOG_IN)
                .sql(RECORD + "where o.user_handle = ?")
                .param(handle.toBase64UrlString())
                .query(PasskeyRows::credential)
                .list();
    }

    private static CredentialRecord credential(ResultSet row, int number) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(row.getString("credential_id")))
                .userEntityUserId(Bytes.fromBase64(row.getString("user_handle")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("uv_initialized"))
                .transports(transports(row.getString("transports")))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .created(row.getObject("made_at", OffsetDateTime.class).toInstant())
                .label(row.getString("label"))
                .build();
    }

    private static Set<AuthenticatorTransport> transports(String text) {
        return Arrays.stream(text.split(" "))
                .filter(one -> !one.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
    }

    @Override
    public void delete(Bytes id) {
        tables.across(ProviderWork.LOG_IN)
                .sql("delete from passkey where credential_id = ?")
                .param(id.toBase64UrlString())
                .update();
    }
}
