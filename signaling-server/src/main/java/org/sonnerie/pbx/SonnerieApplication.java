package org.sonnerie.pbx;

import org.sonnerie.pbx.config.SonnerieProperties;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Starts Sonnerie: all roles in one process. */
@SpringBootApplication
@EnableConfigurationProperties(SonnerieProperties.class)
public class SonnerieApplication {
    /**
     * Starts.
     *
     * @param args Spring Boot's own, such as {@code --sonnerie.demo=true}
     */
    public static void main(String[] args) {
        // Asks a cloud's metadata address otherwise, and waits for it (docs/operations.md).
        System.setProperty("ice4j.harvest.mapping.aws.enabled", "false");
        SpringApplication.run(SonnerieApplication.class, args);
    }
}
