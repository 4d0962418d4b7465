package org.muniment.api.web;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muniment.archive.Archive;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The web server over one archive. The archive is open to decide, so that commands work beside it: whatever needs the
 * writer's lock takes it for its time, as a command does. Closing it ends the server, then the archive.
 */
public final class Server implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final Place place;

    private Server(ConfigurableApplicationContext context, Place place) {
        this.context = context;
        this.place = place;
    }

    /**
     * Where it listens.
     *
     * @param address of this machine; 127.0.0.1 answers this machine only
     * @param port 0 for any that is free
     */
    public record Place(String address, int port) {}

    /**
     * Starts it. Settings are read from {@code application.yaml} in the archive's folder, where there is one.
     *
     * @throws org.muniment.archive.ArchiveRefused when there is no archive in the folder
     * @throws org.muniment.api.WrongUsage when a setting can't be used, such as a certificate that is not there
     */
    public static Server start(Path folder, Clock clock, Place place) {
        return new Server(
                application(WebApplication.class, folder, clock)
                        .web(WebApplicationType.SERVLET)
                        .properties(Map.of("server.address", place.address(), "server.port", place.port()))
                        .initializers((GenericApplicationContext context) -> Tls.check(context.getEnvironment()))
                        .run(),
                place);
    }

    /**
     * Some parts of a server with its settings, for work that it would do, where none runs. Closing them closes their archive.
     *
     * @param parts imports them
     */
    public static ConfigurableApplicationContext parts(Class<?> parts, Path folder, Clock clock) {
        return application(parts, folder, clock).web(WebApplicationType.NONE).run();
    }

    private static SpringApplicationBuilder application(Class<?> parts, Path folder, Clock clock) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        return new SpringApplicationBuilder(parts)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(
                        Map.of("spring.config.additional-location", "optional:" + folder.toUri() + "application.yaml"))
                .initializers((GenericApplicationContext context) -> {
                    context.registerBean(Clock.class, () -> clock);
                    context.registerBean(Archive.class, () -> Archive.decide(folder, clock));
                });
    }

    /** The port it listens at. */
    public int port() {
        return context instanceof WebServerApplicationContext web && web.getWebServer() != null
                ? web.getWebServer().getPort()
                : -1;
    }

    /** Its address as this machine's programs ask for it, such as {@code https://127.0.0.1:8443}. */
    public String address() {
        String scheme = Tls.isSet(context.getEnvironment()) ? "https" : "http";
        return scheme + "://" + place.address() + ":" + port();
    }

    /** The path of the page where the first account is made; empty when somebody has one. */
    public Optional<String> firstLink() {
        return Optional.of(context.getBean(FirstLink.class))
                .filter(FirstLink::isWanted)
                .map(FirstLink::path);
    }

    /** Every route it has. */
    List<Routes.Route> routes() {
        return context.getBean(Routes.class).all();
    }

    /** The letters that a night's work ends with. */
    NightLetters letters() {
        return context.getBean(NightLetters.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
