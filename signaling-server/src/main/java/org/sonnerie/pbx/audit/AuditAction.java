package org.sonnerie.pbx.audit;

/** What was done. Its words stand in the bundles under its keyword. */
public enum AuditAction {
    /** A new version of the plan is in force. */
    PLAN_PUBLISHED(AuditKind.PLAN),
    /** An older version of the plan is in force again. */
    PLAN_UNDONE(AuditKind.PLAN),
    /** A draft was forgotten. */
    DRAFT_DISCARDED(AuditKind.PLAN),
    /** Somebody may sign in once he has chosen a password. */
    PERSON_ADDED(AuditKind.PEOPLE),
    /** Somebody was given another link. */
    PERSON_INVITED_AGAIN(AuditKind.PEOPLE),
    /** Somebody was sent a link by mail. */
    PERSON_INVITED_BY_MAIL(AuditKind.PEOPLE),
    /** Somebody has another name or role. */
    PERSON_CHANGED(AuditKind.PEOPLE),
    /** Somebody's account was deleted. */
    PERSON_REMOVED(AuditKind.PEOPLE),
    /** Somebody took an archive of what is kept of a person. */
    PERSON_EXPORTED(AuditKind.PEOPLE),
    /** Somebody chose a password. */
    PASSWORD_CHOSEN(AuditKind.PEOPLE),
    /** Somebody signs in with a code too. */
    SECOND_FACTOR_ON(AuditKind.PEOPLE),
    /** Somebody signs in without a code again. */
    SECOND_FACTOR_OFF(AuditKind.PEOPLE),
    /** Somebody has other recovery codes. */
    RECOVERY_CODES_MADE(AuditKind.PEOPLE),
    /** Somebody may sign in with a passkey more. */
    PASSKEY_ADDED(AuditKind.PEOPLE),
    /** Somebody may sign in with a passkey less. */
    PASSKEY_REMOVED(AuditKind.PEOPLE),
    /** A trunk has a new password. */
    TRUNK_SECRET_SET(AuditKind.TRUNKS),
    /** A recording was fetched, to be heard or kept. */
    RECORDING_FETCHED(AuditKind.RECORDINGS),
    /** A recording was deleted. */
    RECORDING_DELETED(AuditKind.RECORDINGS),
    /** A deleted recording was taken back. */
    RECORDING_RESTORED(AuditKind.RECORDINGS),
    /** Somebody may hear other recordings than before. */
    RECORDINGS_GRANTED(AuditKind.RECORDINGS),
    /** Somebody may hear no recordings of others any more. */
    RECORDINGS_WITHDRAWN(AuditKind.RECORDINGS),
    /** Somebody wanted to hear a call of others, heard by nobody. */
    CALL_LISTENED(AuditKind.CALLS),
    /** Somebody wanted to hear a call of others, heard by one of them. */
    CALL_WHISPERED(AuditKind.CALLS),
    /** Somebody wanted to hear a call of others, heard by all. */
    CALL_BARGED(AuditKind.CALLS),
    /** A prompt was recorded, uploaded or spoken. */
    PROMPT_ADDED(AuditKind.PROMPTS),
    /** A prompt was taken away. */
    PROMPT_REMOVED(AuditKind.PROMPTS),
    /** Many prompts came in one archive. */
    PROMPT_PACK_TAKEN(AuditKind.PROMPTS),
    /** Somebody signed in. */
    LOG_IN(AuditKind.LOG_INS),
    /** Somebody tried to, with a wrong password. */
    LOG_IN_REFUSED(AuditKind.LOG_INS),
    /** Somebody tried to, with a wrong code. */
    CODE_REFUSED(AuditKind.LOG_INS),
    /** Somebody tried to, after too many failures. */
    LOG_IN_LOCKED(AuditKind.LOG_INS),
    /** Somebody signed out. */
    LOG_OUT(AuditKind.LOG_INS),
    /** A link for guests was made. */
    GUEST_LINK_MADE(AuditKind.GUEST_LINKS),
    /** A link for guests was revoked. */
    GUEST_LINK_REVOKED(AuditKind.GUEST_LINKS),
    /** An API token was made. */
    TOKEN_MADE(AuditKind.TOKENS),
    /** An API token was revoked. */
    TOKEN_REVOKED(AuditKind.TOKENS),
    /** A webhook was made. */
    WEBHOOK_MADE(AuditKind.WEBHOOKS),
    /** A webhook was deleted. */
    WEBHOOK_DELETED(AuditKind.WEBHOOKS),
    /** The company's own log-in was set. */
    SIGN_ON_SET(AuditKind.SIGN_ON),
    /** The company's own log-in was taken away. */
    SIGN_ON_REMOVED(AuditKind.SIGN_ON),
    /** Calls are kept for another time. */
    RETENTION_SET(AuditKind.PRIVACY),
    /** The audit log is kept for another time. */
    AUDIT_RETENTION_SET(AuditKind.PRIVACY),
    /** People who have left become pseudonyms after another time. */
    LEAVERS_SET(AuditKind.PRIVACY),
    /** Somebody who has left is a pseudonym from now on. */
    LEAVER_RENAMED(AuditKind.PRIVACY),
    /** What was kept of a number is erased. */
    NUMBER_ERASED(AuditKind.PRIVACY),
    /** The company has another logo, or none. */
    LOGO_CHANGED(AuditKind.COMPANY),
    /** The provider gave the company another address. */
    ADDRESS_CHANGED(AuditKind.COMPANY),
    /** The provider made the company. */
    COMPANY_ADDED(AuditKind.COMPANY),
    /** The provider gave the company other limits. */
    COMPANY_LIMITED(AuditKind.COMPANY),
    /** The provider set what the company may spend in a day. */
    SPENDING_LIMITED(AuditKind.COMPANY),
    /** The provider, whose company this is, set the price list. */
    PRICES_SET(AuditKind.COMPANY),
    /** The provider suspended the company. */
    COMPANY_SUSPENDED(AuditKind.COMPANY),
    /** The provider let the company go on. */
    COMPANY_RESUMED(AuditKind.COMPANY),
    /** The provider took an archive of what the company has. */
    COMPANY_EXPORTED(AuditKind.COMPANY),
    /** The provider, whose company this is, deleted another company. */
    COMPANY_DELETED(AuditKind.COMPANY),
    /** The provider, whose company this is, asked for a backup of the server. */
    BACKUP_ASKED(AuditKind.COMPANY),
    /** The provider, whose company this is, fetched a backup. */
    BACKUP_FETCHED(AuditKind.COMPANY),
    /** The provider, whose company this is, deleted a backup. */
    BACKUP_DELETED(AuditKind.COMPANY),
    /** The provider, whose company this is, set when backups are made, or their passphrase. */
    BACKUP_SET(AuditKind.COMPANY),
    /** The provider, whose company this is, made keys by which secrets are sealed anew. */
    SEAL_KEYS_MADE(AuditKind.COMPANY),
    /** The provider, whose company this is, dropped the keys by which they were sealed before. */
    SEAL_KEYS_DROPPED(AuditKind.COMPANY),
    /** The provider, whose company this is, uploaded a certificate for HTTPS. */
    CERTIFICATE_UPLOADED(AuditKind.COMPANY),
    /** The provider, whose company this is, went back to the self-signed certificate. */
    CERTIFICATE_SELF_SIGNED(AuditKind.COMPANY),
    /** The provider, whose company this is, wants a certificate by ACME. */
    CERTIFICATE_WANTED(AuditKind.COMPANY),
    /** The provider, whose company this is, wants none by ACME any more. */
    CERTIFICATE_NO_LONGER_WANTED(AuditKind.COMPANY),
    /** The server had a certificate made by ACME, as the provider wants it. */
    CERTIFICATE_FETCHED(AuditKind.COMPANY);

    private final AuditKind kind;

    AuditAction(AuditKind kind) {
        this.kind = kind;
    }

    /**
     * What it is about.
     *
     * @return the kind
     */
    public AuditKind kind() {
        return kind;
    }
}
