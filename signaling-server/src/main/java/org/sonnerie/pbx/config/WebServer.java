package org.sonnerie.pbx.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.component.LifeCycle;
import org.sonnerie.pbx.config.OpenPorts.Service;
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
            SonnerieProperties properties, OpenPorts ports, HttpsCertificate certificate) {
        return factory -> {
            properties.bindAddress().map(WebServer::literal).ifPresent(factory::setAddress);
            factory.addServerCustomizers(server -> encrypt(server, properties, ports, certificate));
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
            Server server,
            SonnerieProperties properties,
            OpenPorts ports,
            HttpsCertificate certificate) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // Every name leads here, also one that the certificate does not have: browsers see to that.
        http.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector =
                new ServerConnector(
                        server,
                        new SslConnectionFactory(certificate.opened(), "http/1.1"),
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

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + address, e);
        }
    }
}
