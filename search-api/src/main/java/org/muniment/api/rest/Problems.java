package org.muniment.api.rest;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.muniment.api.Complaint;
import org.muniment.api.ExitCode;
import org.muniment.api.web.JobRefused;
import org.muniment.api.web.NotThere;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** The one place where errors become answers of the REST interface. */
@RestControllerAdvice(basePackageClasses = Problems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class.getName());

    @ExceptionHandler
    ResponseEntity<byte[]> failed(Exception error) throws Exception {
        if (error instanceof AccessDeniedException) {
            throw error;
        }
        Problem problem = problem(error);
        if (problem.status() >= 500) {
            LOG.log(Level.SEVERE, "A request of a program failed", error);
        }
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.parseMediaType(Problem.MEDIA))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(problem.json());
    }

    private static Problem problem(Exception error) {
        return switch (error) {
            case Refused refused -> refused.problem();
            case NotThere none ->
                Problem.of(404, "There is nothing here", "Nothing is at this address, or nothing that you may see.");
            case MethodArgumentTypeMismatchException wrong -> mismatch(wrong);
            case JobRefused refused -> Problem.of(409, "That is not begun", String.valueOf(refused.getMessage()));
            case IllegalArgumentException wrong ->
                Problem.of(422, "That was not understood", String.valueOf(wrong.getMessage()));
            default -> error instanceof ErrorResponse known ? known(known) : complaint(error);
        };
    }

    /** An id that can't be one is nothing that is there. */
    private static Problem mismatch(MethodArgumentTypeMismatchException wrong) {
        return wrong.getParameter().hasParameterAnnotation(PathVariable.class)
                ? problem(new NotThere())
                : Problem.of(
                        400,
                        "That was not understood",
                        wrong.getName() + " can't be '" + String.valueOf(wrong.getValue()) + "'.");
    }

    private static Problem known(ErrorResponse error) {
        HttpStatus status = HttpStatus.valueOf(error.getStatusCode().value());
        String detail = error.getBody().getDetail();
        return Problem.of(status.value(), status.getReasonPhrase(), detail == null ? status.getReasonPhrase() : detail);
    }

    private static Problem complaint(Exception error) {
        Complaint complaint = Complaint.of(error);
        return complaint.exit() == ExitCode.FAILED
                ? Problem.of(500, "That did not work", "Something failed here; it is in the server's log.")
                : Problem.of(complaint);
    }
}
