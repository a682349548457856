package org.sonnerie.pbx.certificates;

/** An uploaded certificate or its key cannot be used. */
public final class CertificateRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    CertificateRefusedException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /**
     * Why.
     *
     * @return always the same
     */
    public Reason reason() {
        return reason;
    }

    /** Why a certificate is refused. */
    public enum Reason {
        /** The file of the certificate is longer than any can be. */
        CHAIN_TOO_LARGE(false),
        /** There is no certificate in it as text. */
        NO_CERTIFICATE(false),
        /** One that is in it cannot be read. */
        CERTIFICATE_DAMAGED(false),
        /** Some of those in it answer for none of the others. */
        CHAIN_BROKEN(false),
        /** It, or one that answers for it, has ended. */
        EXPIRED(false),
        /** It, or one that answers for it, has not begun. */
        NOT_YET_VALID(false),
        /** It is for something else than servers. */
        NOT_FOR_SERVERS(false),
        /** The file of the key is longer than any can be. */
        KEY_TOO_LARGE(true),
        /** There is no private key in it as text. */
        NO_KEY(true),
        /** The key wants a passphrase. */
        KEY_ENCRYPTED(true),
        /** The key fits none of the certificates. */
        KEY_DOES_NOT_FIT(true),
        /** Neither RSA from 2048 bits nor of a curve that browsers know. */
        KEY_WEAK(true);

        private final boolean ofKey;

        Reason(boolean ofKey) {
            this.ofKey = ofKey;
        }

        /**
         * Whether the file of the key is to be mended.
         *
         * @return false: that of the certificate is
         */
        public boolean ofKey() {
            return ofKey;
        }
    }
}
