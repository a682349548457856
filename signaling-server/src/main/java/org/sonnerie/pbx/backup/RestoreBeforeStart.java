package org.sonnerie.pbx.backup;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonnerie.pbx.backup.Restore.Restored;
import org.sonnerie.pbx.config.DatabaseSettings;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Restores, before anything of the application is there, the backup that {@code SONNERIE_RESTORE}
 * names. The start then goes on with it as with its own, and changes its tables to the newest
 * version.
 */
final class RestoreBeforeStart
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Logger LOG = LoggerFactory.getLogger(RestoreBeforeStart.class);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        Path folder =
                SonnerieProperties.dataFolder(
                        environment.getProperty("sonnerie.data", ""),
                        environment.getProperty("sonnerie.demo", Boolean.class, false));
        Restore.refuseHalfOfOne(folder);
        String file = environment.getProperty("sonnerie.restore.file", "");
        if (!file.isBlank()) {
            DatabaseSettings settings =
                    Binder.get(environment)
                            .bindOrCreate("sonnerie.database", DatabaseSettings.class);
            Path path = Path.of(file).toAbsolutePath().normalize();
            tell(
                    path,
                    new Restore(path, folder, settings)
                            .restore(
                                    environment
                                            .getProperty("sonnerie.restore.passphrase", "")
                                            .strip()));
        }
    }

    private static void tell(Path file, Restored restored) {
        LOG.info(
                "Restored {}: of {}, by Sonnerie {}, tables of version {}; {} rows, {} files, {}"
                        + " octets. {} Everybody signs in again.",
                file.getFileName(),
                restored.manifest().madeAt(),
                restored.manifest().version(),
                restored.manifest().schema(),
                restored.total().rows(),
                restored.total().files(),
                restored.total().octets(),
                keys(restored));
    }

    private static String keys(Restored restored) {
        if (restored.keys() > 0) {
            return restored.keys() + " files with keys.";
        }
        return (restored.manifest().keys()
                        ? "WITHOUT ITS KEYS, since no passphrase was given:"
                        : "WITHOUT KEYS, since the backup has none:")
                + " passwords of trunks, second factors, secrets of webhooks, links for guests and"
                + " waking of browsers must be set up anew.";
    }
}
