package org.sonnerie.pbx.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.sonnerie.media.api.SoundFiles;
import org.sonnerie.pbx.config.MailSettings;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Hands mails to the company's mail server by SMTP. Thread safe. */
final class SmtpPost implements Post {
    private static final String CONNECT_MILLIS = "10000";
    private static final String PATIENCE_MILLIS = "30000";

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final SoundFiles sounds;
    private final String from;

    SmtpPost(MailSettings settings, SoundFiles sounds) {
        this.sounds = sounds;
        from = settings.from();
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setDefaultEncoding("UTF-8");
        Properties properties = sender.getJavaMailProperties();
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        if (!settings.user().isBlank()) {
            sender.setUsername(settings.user());
            sender.setPassword(settings.password());
            properties.setProperty("mail.smtp.auth", "true");
        }
        switch (settings.tls()) {
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case NONE -> {}
        }
    }

    @Override
    public Posted send(Mail mail) {
        try {
            sender.send(write(mail));
            return new Posted.Accepted();
        } catch (MessagingException e) {
            // Not even a mail: an address that is none.
            return new Posted.Refused(e.getClass().getSimpleName());
        } catch (MailSendException e) {
            return judge(e);
        } catch (MailAuthenticationException e) {
            return new Posted.Later("the log-in is refused");
        } catch (MailException e) {
            return new Posted.Later(e.getClass().getSimpleName());
        }
    }

    private MimeMessage write(Mail mail) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        String at = from.substring(from.indexOf('@'));
        message.setHeader("Message-ID", "<" + mail.id() + at + ">");
        // RFC 3834: nobody's holiday answers it.
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeMessageHelper parts =
                new MimeMessageHelper(message, mail.attachment().isPresent(), "UTF-8");
        parts.setFrom(from);
        parts.setTo(mail.address());
        parts.setSubject(mail.subject());
        parts.setText(mail.body());
        if (mail.attachment().isPresent()) {
            Mail.Attachment with = mail.attachment().get();
            parts.addAttachment(with.name(), () -> sounds.open(with.file()), with.type());
        }
        return message;
    }

    /** An address that the server does not know is refused for good; all else may pass. */
    private static Posted judge(MailSendException failure) {
        for (Exception one : failure.getMessageExceptions()) {
            if (one instanceof SendFailedException sent && sent.getInvalidAddresses() != null) {
                return new Posted.Refused("the server does not take this address");
            }
        }
        return new Posted.Later(
                failure.getMessageExceptions().length == 0 ? "no connection" : "not taken");
    }
}
