package org.sonnerie.pbx.rest;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sonnerie.pbx.brand.AddressTakenException;
import org.sonnerie.pbx.parts.PartRefusedException;
import org.sonnerie.pbx.provider.ProviderRefusedException;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Says what of the provider's cannot be used: each field by its name, in the words of the page (RFC
 * 9457).
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(
        assignableTypes = {
            ProviderCompaniesController.class,
            ProviderCompanyController.class,
            ProviderPricesController.class,
            ProviderBackupsController.class,
            ProviderCertificateController.class
        })
class ProviderProblems {
    private final MessageSource messages;

    ProviderProblems(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ProblemDetail refused(ProviderRefusedException refused, Locale locale) {
        List<PartRefusedException.Wrong> errors =
                refused.all().stream().map(one -> error(one, locale)).toList();
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        errors.stream()
                                .map(one -> one.pointer().substring(1) + ": " + one.detail())
                                .collect(Collectors.joining(" ")));
        problem.setProperty("errors", errors);
        return problem;
    }

    private PartRefusedException.Wrong error(ProviderRefusedException.Wrong one, Locale locale) {
        return new PartRefusedException.Wrong(
                "/" + one.field(), messages.getMessage(one.key(), one.facts().toArray(), locale));
    }

    @ExceptionHandler
    ProblemDetail taken(AddressTakenException taken) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "host, path: another company has one of these addresses");
    }

    @ExceptionHandler
    ProblemDetail notANumber(MethodArgumentTypeMismatchException refused) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, refused.getName() + " is a whole number");
    }
}
