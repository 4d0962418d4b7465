package org.muniment.batch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.muniment.archive.Catalogue;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * The jobs' own tables, in the catalogue's database and under its transactions, so that a portion's items, its counts
 * and the place to resume at are committed together.
 */
public final class JobStore {
    private JobStore() {}

    /** Opens the job repository, with its tables made where they are missing. */
    public static JobRepository open(Catalogue catalogue) {
        try {
            createTables(catalogue.writer());
            JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
            factory.setDataSource(catalogue.writer());
            factory.setTransactionManager(catalogue.transactionManager());
            factory.afterPropertiesSet();
            return factory.getObject();
        } catch (Exception e) {
            throw new IllegalStateException("The catalogue cannot keep the state of jobs", e);
        }
    }

    private static void createTables(DataSource source) throws SQLException {
        try {
            new JdbcTemplate(source).queryForObject("select count(*) from BATCH_JOB_INSTANCE", Long.class);
        } catch (DataAccessException missing) {
            String script = "org/springframework/batch/core/schema-" + product(source) + ".sql";
            new ResourceDatabasePopulator(new ClassPathResource(script)).execute(source);
        }
    }

    private static String product(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        }
    }
}
