package org.sonnerie.pbx.sounds;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.media.api.SoundKey;
import org.sonnerie.media.api.SoundKeys;
import org.sonnerie.pbx.company.CompanyDeleted;
import org.sonnerie.pbx.config.KeepsSealed;
import org.sonnerie.pbx.config.KeyRing;
import org.sonnerie.pbx.config.Seal;
import org.sonnerie.pbx.config.SealedColumn;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.tables.DurableChange;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The key of each company, made when it is first needed; on the disk before anything is sealed with
 * it. Prompts belong to nobody and have none. Thread safe.
 */
@Component
class SoundKeyStore implements SoundKeys, KeepsSealed {
    /** In the data folder, with a folder for each company. */
    static final List<String> FOLDERS = List.of("recordings", "voicemail", "greetings");

    private static final Logger LOG = LoggerFactory.getLogger(SoundKeyStore.class);
    private static final String KEY_FILE = "sound-keys.key";
    private static final int KEY_OCTETS = 32;
    private static final int NAMES = 3;
    private static final Pattern COMPANY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final SoundKeyRows rows;
    private final DurableChange changes;
    private final Path data;
    private final Seal seal;
    private final SecureRandom random = new SecureRandom();
    private final Map<CompanyId, SecretKey> open = new ConcurrentHashMap<>();

    SoundKeyStore(SoundKeyRows rows, DurableChange changes, SonnerieProperties properties) {
        this.rows = rows;
        this.changes = changes;
        this.data = properties.dataFolder().toAbsolutePath();
        this.seal = new Seal(KeyRing.of(properties.dataFolder().resolve(KEY_FILE)));
    }

    @Override
    public Optional<SoundKey> find(Path file) {
        return place(file).flatMap(place -> secret(company(place), false).map(key(place)));
    }

    @Override
    public Optional<SoundKey> findOrMake(Path file) {
        return place(file).flatMap(place -> secret(company(place), true).map(key(place)));
    }

    private static Function<SecretKey, SoundKey> key(Path place) {
        return secret -> new SoundKey(secret, place.toString().replace('\\', '/'));
    }

    /** Such as {@code voicemail/wood/m-1.opus}; empty: nothing is sealed there. */
    private Optional<Path> place(Path file) {
        return Optional.of(file)
                .filter(one -> one.startsWith(data))
                .map(data::relativize)
                .filter(place -> place.getNameCount() == NAMES)
                .filter(place -> FOLDERS.contains(place.getName(0).toString()))
                .filter(place -> COMPANY.matcher(place.getName(1).toString()).matches());
    }

    private static CompanyId company(Path place) {
        return new CompanyId(place.getName(1).toString());
    }

    private Optional<SecretKey> secret(CompanyId company, boolean wanted) {
        SecretKey known = open.get(company);
        return known != null ? Optional.of(known) : load(company, wanted);
    }

    /**
     * What must not be lost is not lost for want of a key: it stands in clear until there is one.
     */
    private synchronized Optional<SecretKey> load(CompanyId company, boolean wanted) {
        try {
            Optional<String> sealed = rows.find(company);
            if (sealed.isEmpty() && wanted) {
                String made = seal.close(newSecret(), sealedPlace(company.text()));
                changes.make(company, () -> rows.add(company, made));
                sealed = Optional.of(made);
            }
            Optional<SecretKey> secret = sealed.flatMap(text -> opened(company, text));
            secret.ifPresent(one -> open.put(company, one));
            return secret;
        } catch (DataAccessException away) {
            LOG.warn(
                    "no key for the sounds of {} is to be had: {}",
                    company,
                    away.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private String newSecret() {
        byte[] octets = new byte[KEY_OCTETS];
        random.nextBytes(octets);
        return Base64.getEncoder().encodeToString(octets);
    }

    private Optional<SecretKey> opened(CompanyId company, String sealed) {
        Optional<String> secret = seal.open(sealed, sealedPlace(company.text()));
        if (secret.isEmpty()) {
            LOG.error(
                    "the sounds of {} cannot be opened: {} of this data folder is not the one their"
                            + " key was sealed with; put it back",
                    company,
                    KEY_FILE);
        }
        return secret.map(text -> new SecretKeySpec(Base64.getDecoder().decode(text), "AES"));
    }

    private static String sealedPlace(String company) {
        return "sound-key/" + company;
    }

    @EventListener
    void on(CompanyDeleted deleted) {
        open.remove(deleted.company().id());
    }

    @Override
    public SealedColumn sealed() {
        return new SealedColumn(
                "sound-keys",
                seal,
                "sound_key",
                "sealed",
                "company_id",
                "company_id",
                (company, _) -> sealedPlace(company));
    }
}
