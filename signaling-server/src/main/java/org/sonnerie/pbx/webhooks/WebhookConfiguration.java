package org.sonnerie.pbx.webhooks;

import java.net.InetAddress;
import java.time.InstantSource;
import javax.net.ssl.SSLSocketFactory;
import org.sonnerie.pbx.config.OutsideAddresses;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.sonnerie.pbx.config.WebhookSettings;
import org.sonnerie.pbx.privacy.NumberTraces;
import org.sonnerie.pbx.privacy.PersonTraces;
import org.sonnerie.pbx.privacy.WrittenNames;
import org.sonnerie.pbx.privacy.WrittenTraces;
import org.sonnerie.pbx.tables.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** Puts the webhooks together. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {
    @Bean
    OutsideAddresses outsideAddresses(WebhookSettings settings) {
        return new OutsideAddresses(settings, InetAddress::getAllByName);
    }

    @Bean(destroyMethod = "close")
    HookPost hookPost(OutsideAddresses addresses, InstantSource clock) {
        return new HookPost(
                addresses,
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                HookPost.Limits.USUAL,
                clock);
    }

    @Bean
    Webhooks.Trying webhookTrying(
            SonnerieProperties properties, HookPost post, InstantSource clock) {
        return Webhooks.Trying.of(properties, post, clock);
    }

    @Bean
    Courier webhookCourier(
            Webhooks webhooks, WebhookRows rows, DeliveryRows outbox, InstantSource clock) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("webhooks-");
        executor.setVirtualThreads(true);
        return new Courier(webhooks, rows, outbox, executor, clock);
    }

    @Bean
    NumberTraces deliveryTraces(Tables tables) {
        return new WrittenTraces(tables, "webhook_delivery");
    }

    @Bean
    PersonTraces deliveryNames(Tables tables) {
        return new WrittenNames(tables, "webhook_delivery");
    }
}
