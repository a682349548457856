package org.sonnerie.pbx.certificates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.config.KeyFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is kept about ACME in the data folder, readable to its owner alone.
 *
 * @param folder the data folder
 */
record AcmeFiles(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(AcmeFiles.class);
    private static final String ORDER = "acme.json";
    private static final String ACCOUNT = "acme-account.key";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The certificate that is wanted; empty: none is. */
    Optional<AcmeOrder> order() {
        Path file = folder.resolve(ORDER);
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readAllBytes(file), AcmeOrder.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        } catch (JacksonException e) {
            // A start must not fail because of it.
            LOG.error("{} is damaged; no certificate is fetched by ACME", file, e);
            return Optional.empty();
        }
    }

    void keep(AcmeOrder order) {
        KeyFile.replace(folder.resolve(ORDER), JSON.writeValueAsBytes(order));
    }

    void forget() {
        try {
            Files.deleteIfExists(folder.resolve(ORDER));
        } catch (IOException e) {
            throw new UncheckedIOException("the order of a certificate cannot be deleted", e);
        }
    }

    /** The keys by which authorities know this server; made where there are none. */
    KeyPair account() {
        Path file = folder.resolve(ACCOUNT);
        try {
            if (Files.notExists(file)) {
                String text = EcKeys.text(EcKeys.made());
                KeyFile.replace(file, text.getBytes(StandardCharsets.US_ASCII));
            }
            return EcKeys.read(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(file + " is damaged", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read or made", e);
        }
    }
}
