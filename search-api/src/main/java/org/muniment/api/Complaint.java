package org.muniment.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.JobRefused;
import org.muniment.archive.ArchiveRefused;
import org.muniment.archive.access.AccessRefused;
import org.muniment.archive.disposition.DispositionRefused;
import org.muniment.archive.disposition.certificate.CertificateRefused;
import org.muniment.archive.hold.HoldRefused;
import org.muniment.archive.index.InvalidPageKey;
import org.muniment.archive.people.DirectoryInvalid;
import org.muniment.archive.people.PeopleRefused;
import org.muniment.archive.production.ProductionRefused;
import org.muniment.archive.query.QuerySyntaxException;
import org.muniment.archive.request.RequestRefused;
import org.muniment.archive.review.ReviewRefused;
import org.muniment.archive.saved.SavedSearchRefused;
import org.muniment.archive.schedule.ScheduleInvalid;
import org.muniment.archive.schedule.ScheduleRefused;
import org.muniment.archive.store.StoreRefused;
import org.muniment.archive.web.AccountRefused;
import org.muniment.batch.ingest.sources.SettingsProblem;
import org.muniment.batch.mail.MailRefused;
import org.muniment.batch.mailbox.PurgeRefused;
import org.muniment.batch.produce.BuildStopped;
import org.springframework.beans.BeansException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextException;
import org.springframework.core.NestedRuntimeException;

/**
 * Why a command did not do what was asked, and what to do about it: never a stack trace.
 *
 * @param exit code for the shell
 * @param message in plain words
 * @param mistake where in a query it lies; null when it is about something else
 */
public record Complaint(int exit, String message, @Nullable Mistake mistake) {
    /**
     * A place in what was typed.
     *
     * @param position first character, from 0
     * @param length in characters
     * @param pointed the query, and a line of carets under the place
     */
    public record Mistake(int position, int length, String pointed) {}

    /** What an error means to the person who meets it. */
    public static Complaint of(Throwable error) {
        return switch (error) {
            case QuerySyntaxException wrong -> query(wrong);
            case ServerRefused refused -> new Complaint(refused.exit(), Reason.of(refused), null);
            case WrongUsage wrong -> new Complaint(ExitCode.WRONG_USAGE, Reason.of(wrong), null);
            case InvalidPageKey wrong -> new Complaint(ExitCode.WRONG_USAGE, "--after: " + Reason.of(wrong), null);
            case ArchiveRefused refused -> new Complaint(ExitCode.REFUSED, Reason.of(refused), null);
            case DispositionRefused refused -> new Complaint(ExitCode.REFUSED, Reason.of(refused), null);
            case PurgeRefused refused -> new Complaint(ExitCode.REFUSED, Reason.of(refused), null);
            case HoldRefused refused -> new Complaint(ExitCode.REFUSED, Reason.of(refused), null);
            case ScheduleRefused refused -> new Complaint(ExitCode.REFUSED, Reason.of(refused), null);
            case ScheduleInvalid invalid -> new Complaint(ExitCode.REFUSED, Reason.of(invalid), null);
            case ProductionRefused refused -> new Complaint(ExitCode.REFUSED, Reason.of(refused), null);
            case CertificateRefused refused -> new Complaint(ExitCode.REFUSED, Reason.of(refused), null);
            case BuildStopped stopped -> new Complaint(ExitCode.REFUSED, Reason.of(stopped), null);
            case RequestRefused refused -> new Complaint(ExitCode.REFUSED, Reason.of(refused), null);
            case PeopleRefused refused -> new Complaint(ExitCode.REFUSED, Reason.of(refused), null);
            case DirectoryInvalid invalid -> new Complaint(ExitCode.REFUSED, Reason.of(invalid), null);
            case ReviewRefused refused -> new Complaint(ExitCode.REFUSED, Reason.of(refused), null);
            case AccountRefused refused -> new Complaint(ExitCode.REFUSED, Reason.of(refused), null);
            case SettingsProblem wrong -> new Complaint(ExitCode.REFUSED, "sources.yaml, " + wrong.getMessage(), null);
            case AccessRefused refused -> new Complaint(ExitCode.REFUSED, Reason.of(refused), null);
            case PortInUseException taken ->
                new Complaint(
                        ExitCode.REFUSED,
                        "Another program answers at port " + taken.getPort() + ". Name another: --port 8090",
                        null);
            case MailRefused refused -> new Complaint(ExitCode.REFUSED, Reason.of(refused), null);
            case SavedSearchRefused refused -> new Complaint(ExitCode.WRONG_USAGE, Reason.of(refused), null);
            case JobRefused refused -> new Complaint(ExitCode.REFUSED, Reason.of(refused), null);
            case StoreRefused refused -> new Complaint(ExitCode.REFUSED, Reason.of(refused), null);
            case ApplicationContextException start -> starting(start);
            case BeansException wired -> starting(wired);
            default -> new Complaint(ExitCode.FAILED, Reason.of(error), null);
        };
    }

    /** A server that does not start says why by the innermost cause that has words of its own. */
    private static Complaint starting(NestedRuntimeException error) {
        return error.getCause() instanceof RuntimeException why
                ? of(why)
                : new Complaint(ExitCode.FAILED, Reason.of(error), null);
    }

    private static Complaint query(QuerySyntaxException wrong) {
        String message = String.valueOf(wrong.getMessage());
        String pointed = wrong.pointed();
        return new Complaint(
                ExitCode.WRONG_USAGE,
                message,
                new Mistake(
                        wrong.position(),
                        wrong.length(),
                        pointed.substring(0, pointed.length() - message.length())
                                .stripTrailing()));
    }

    /** Tells a person, and a program that asked for JSON. */
    void tell(Terminal terminal, boolean json) {
        if (json) {
            terminal.say("%s", Json.line(Map.of("error", asJson())));
        }
        if (mistake == null) {
            terminal.complain("muniment: " + message);
            return;
        }
        terminal.complain("muniment: " + message + " (at character " + (mistake.position() + 1) + ")");
        mistake.pointed().lines().forEach(line -> terminal.complain("    " + line));
        terminal.complain("The query language on one page: muniment search --help-query");
    }

    private Map<String, Object> asJson() {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("message", message);
        said.put("exit", exit);
        if (mistake != null) {
            said.put("position", mistake.position());
            said.put("length", mistake.length());
        }
        return said;
    }
}
