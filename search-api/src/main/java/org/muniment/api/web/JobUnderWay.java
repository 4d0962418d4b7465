package org.muniment.api.web;

/** The same job runs already. */
public final class JobUnderWay extends RuntimeException {
    private static final long serialVersionUID = 1;

    JobUnderWay(Job job) {
        super(job.name() + " is under way already, since " + job.by() + " started it (job " + job.id()
                + "). Wait for its end.");
    }
}
