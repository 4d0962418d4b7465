package org.muniment.archive.access;

/** Why somebody looks at items of others. Its text, as in {@code request:R1}, is what {@link #parse} reads. */
public sealed interface Purpose {
    /** To answer a request for records. */
    record Request(String id) implements Purpose {
        @Override
        public String toString() {
            return "request:" + id;
        }
    }

    /** For a lawsuit or another matter that holds are placed for. */
    record Matter(String id) implements Purpose {
        @Override
        public String toString() {
            return "matter:" + id;
        }
    }

    /**
     * Monitoring, which is no ordinary work (AR 7203 D.3).
     *
     * @param authorisedBy name and title of whoever authorised it
     */
    record Monitoring(String authorisedBy) implements Purpose {
        public Monitoring {
            authorisedBy = authorisedBy.strip().replaceAll("\\s+", " ");
            if (authorisedBy.isEmpty() || authorisedBy.length() > 200) {
                throw new IllegalArgumentException("Monitoring is authorised by somebody: name and title");
            }
        }

        @Override
        public String toString() {
            return "monitoring:" + authorisedBy;
        }
    }

    /** To decide how long records are kept, and what is destroyed. */
    record Retention() implements Purpose {
        @Override
        public String toString() {
            return "retention";
        }
    }

    /**
     * What a production is for that answers no request and belongs to no matter: a departed employee's package.
     *
     * @param about as the production says of itself
     */
    record Production(String about) implements Purpose {
        public Production {
            about = about.strip().replaceAll("\\s+", " ");
            if (about.isEmpty() || about.length() > 300) {
                throw new IllegalArgumentException("A production is about something");
            }
        }

        @Override
        public String toString() {
            return "production:" + about;
        }
    }

    /** The person's own mail. */
    record Own() implements Purpose {
        @Override
        public String toString() {
            return "own";
        }
    }

    /** @throws IllegalArgumentException when the text is none */
    static Purpose parse(String text) {
        int colon = text.indexOf(':');
        String about = colon < 0 ? "" : text.substring(colon + 1).strip();
        return switch (colon < 0 ? text : text.substring(0, colon)) {
            case "request" -> new Request(id(about, "R"));
            case "matter" -> new Matter(id(about, "M"));
            case "monitoring" -> new Monitoring(about);
            case "production" -> new Production(about);
            case "retention" -> new Retention();
            case "own" -> new Own();
            default ->
                throw new IllegalArgumentException("'" + text
                        + "' is no purpose; give request:R1, matter:M1, monitoring:Name, Title, or retention");
        };
    }

    private static String id(String id, String letter) {
        if (!id.matches(letter + "[1-9][0-9]{0,9}")) {
            throw new IllegalArgumentException("'" + id + "' is no id; give one such as " + letter + "1");
        }
        return id;
    }
}
