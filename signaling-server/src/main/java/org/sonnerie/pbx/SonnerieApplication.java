package org.sonnerie.pbx;

import org.sonnerie.pbx.config.SonnerieProperties;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Starts Sonnerie: all roles in one process. */
@SpringBootApplication
@EnableConfigurationProperties(SonnerieProperties.class)
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
        widenForJarsInAJar();
        SpringApplication.run(SonnerieApplication.class, args);
    }

    /**
     * Where the jar is run as it is, classes come through Spring Boot's nested jars, whose locks
     * virtual threads wait for. One that loads a class inside a native frame keeps its carrier
     * meanwhile; with a carrier for each of two cores that stopped the start for good. Started
     * unpacked, as {@code ./pbx run} does, this cannot happen.
     */
    private static void widenForJarsInAJar() {
        boolean nested =
                !ClassLoader.getSystemClassLoader()
                        .equals(SonnerieApplication.class.getClassLoader());
        if (nested && System.getProperty(CARRIERS) == null) {
            System.setProperty(CARRIERS, "64");
        }
    }
}
