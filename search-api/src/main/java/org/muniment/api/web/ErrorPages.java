package org.muniment.api.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.muniment.api.Complaint;
import org.muniment.api.ExitCode;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** What went wrong, as a page in plain words: the one place where errors become answers of pages. */
@Controller
@ControllerAdvice
@Open
class ErrorPages implements ErrorController {
    static final String REFUSED = "/refused";

    private static final Logger LOG = Logger.getLogger(ErrorPages.class.getName());

    private final WhoAsks asks;
    private final Navigation navigation;

    ErrorPages(WhoAsks asks, Navigation navigation) {
        this.asks = asks;
        this.navigation = navigation;
    }

    /** A role that the person does not have. */
    @RequestMapping(REFUSED)
    ModelAndView refused(HttpServletRequest request) {
        return page(
                request,
                HttpStatus.FORBIDDEN,
                "This page is for another role",
                "Your account does not have the role that this page is for, or the page stood open too long before it was sent."
                        + " Go back and try again; an administrator can give you a role.");
    }

    /** What the server itself refuses, such as an address that is none. */
    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatusCode status = HttpStatusCode.valueOf(code instanceof Integer number ? number : 404);
        return ofStatus(request, status);
    }

    @ExceptionHandler
    ModelAndView failed(Exception error, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (error instanceof AccessDeniedException) {
            throw error;
        }
        Optional<String> unread = UnreadField.words(error);
        if (unread.isPresent()) {
            return page(
                    request,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "That was not understood",
                    unread.get() + " Nothing was done. Go back: what you typed is still there.");
        }
        if (error instanceof NotThere || error instanceof MethodArgumentTypeMismatchException) {
            return ofStatus(request, HttpStatus.NOT_FOUND);
        }
        if (error instanceof LinkOver over) {
            return page(request, HttpStatus.NOT_FOUND, "This link is over", String.valueOf(over.getMessage()));
        }
        if (error instanceof ErrorResponse known) {
            return ofStatus(request, known.getStatusCode());
        }
        return complaint(request, error);
    }

    private ModelAndView complaint(HttpServletRequest request, Exception error) {
        Complaint complaint = Complaint.of(error);
        if (complaint.exit() == ExitCode.FAILED) {
            LOG.log(Level.SEVERE, "A page failed: " + request.getMethod() + " " + request.getRequestURI(), error);
            return page(request, HttpStatus.INTERNAL_SERVER_ERROR, "That did not work", complaint.message());
        }
        HttpStatus status =
                complaint.exit() == ExitCode.WRONG_USAGE ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT;
        return page(request, status, "That was not done", complaint.message());
    }

    private ModelAndView ofStatus(HttpServletRequest request, HttpStatusCode status) {
        if (status.value() == HttpStatus.NOT_FOUND.value()) {
            return page(
                    request,
                    status,
                    "There is nothing here",
                    "Nothing is at this address, or nothing that you may see.");
        }
        if (status.value() == LimitFilter.TOO_MANY) {
            return page(
                    request,
                    status,
                    "One moment, please",
                    "More was asked for within a short time than this server allows one person or one address. Wait a"
                            + " moment, then load the page again. Nothing was lost.");
        }
        if (status.is4xxClientError()) {
            return page(
                    request,
                    status,
                    "That was not understood",
                    "The address or the form was not complete. Go back and try again.");
        }
        return page(request, status, "That did not work", "Something failed here; it is in the server's log.");
    }

    private ModelAndView page(HttpServletRequest request, HttpStatusCode status, String title, String words) {
        ModelAndView page = new ModelAndView("error");
        page.setStatus(status);
        page.addObject("title", title);
        page.addObject("words", words);
        asks.of(request).ifPresent(who -> {
            page.addObject("who", who);
            page.addObject("navigation", navigation.of(who));
        });
        return page;
    }
}
