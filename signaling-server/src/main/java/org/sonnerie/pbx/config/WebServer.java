package org.sonnerie.pbx.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.sonnerie.pbx.config.OpenPorts.Service;
import org.sonnerie.pbx.config.tls.SelfSignedCertificate;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The embedded web server: plain on one port, encrypted on a second one. */
@Configuration(proxyBeanMethods = false)
class WebServer {
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    OpenPorts openPorts() {
        return new OpenPorts();
    }

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> addressAndEncryption(
            SonnerieProperties properties, OpenPorts ports, InstantSource clock) {
        return factory -> {
            properties.bindAddress().map(WebServer::literal).ifPresent(factory::setAddress);
            factory.addServerCustomizers(server -> encrypt(server, properties, ports, clock));
        };
    }

    @Bean
    FilterRegistrationBean<SecureRedirect> secureRedirect(OpenPorts ports) {
        FilterRegistrationBean<SecureRedirect> registration =
                new FilterRegistrationBean<>(new SecureRedirect(ports));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    private static void encrypt(
            Server server, SonnerieProperties properties, OpenPorts ports, InstantSource clock) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // Every name leads here: the certificate is self-signed anyway.
        http.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector =
                new ServerConnector(
                        server,
                        new SslConnectionFactory(tls(properties, clock), "http/1.1"),
                        new HttpConnectionFactory(http));
        connector.setName("https");
        properties.bindAddress().ifPresent(connector::setHost);
        connector.setPort(properties.ports().https());
        connector.addEventListener(
                new LifeCycle.Listener() {
                    @Override
                    public void lifeCycleStarted(LifeCycle started) {
                        ports.opened(Service.HTTPS, connector.getLocalPort());
                    }
                });
        server.addConnector(connector);
    }

    private static SslContextFactory.Server tls(
            SonnerieProperties properties, InstantSource clock) {
        try {
            DataFolder.prepare(properties.dataFolder());
            KeyStore store =
                    SelfSignedCertificate.of(
                            properties.dataFolder(), names(properties), clock.instant());
            SslContextFactory.Server tls = new SslContextFactory.Server();
            tls.setKeyStore(store);
            tls.setKeyStorePassword(SelfSignedCertificate.STORE_PASSWORD);
            return tls;
        } catch (IOException e) {
            throw new UncheckedIOException("the HTTPS certificate cannot be kept", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the HTTPS certificate cannot be used", e);
        }
    }

    private static List<String> names(SonnerieProperties properties) {
        List<String> names = new ArrayList<>(List.of("localhost", MachineAddresses.hostName()));
        names.addAll(MachineAddresses.literals());
        names.addAll(properties.bind().publicAddress());
        return names;
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + address, e);
        }
    }
}
