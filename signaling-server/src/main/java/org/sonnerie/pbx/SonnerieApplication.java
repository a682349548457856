package org.sonnerie.pbx;

import org.sonnerie.pbx.config.DatabaseSettings;
import org.sonnerie.pbx.config.ProviderSettings;
import org.sonnerie.pbx.config.PushSettings;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.config.WebhookSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Starts Sonnerie: all roles in one process. */
@SpringBootApplication
@EnableConfigurationProperties({
    SonnerieProperties.class,
    DatabaseSettings.class,
    ProviderSettings.class,
    PushSettings.class,
    WebhookSettings.class
})
public class SonnerieApplication {
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    /**
     * Starts.
     *
     * @param args Spring Boot's own, such as {@code --sonnerie.demo=true}
     */
    public static void main(String[] args) {
        // Asks a cloud's metadata address otherwise, and waits for it (docs/operations.md).
        System.setProperty("ice4j.harvest.mapping.aws.enabled", "false");
        giveVirtualThreadsCarriers();
        SpringApplication.run(SonnerieApplication.class, args);
    }

    /**
     * A virtual thread that loads a class inside a native frame keeps its carrier while it waits
     * for another's lock. With as few carriers as cores, two of them and a lock whose owner had no
     * carrier stopped the start for good (ADR 7).
     */
    private static void giveVirtualThreadsCarriers() {
        if (System.getProperty(CARRIERS) == null) {
            System.setProperty(CARRIERS, "64");
        }
    }
}
