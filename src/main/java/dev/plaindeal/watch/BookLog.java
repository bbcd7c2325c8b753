package dev.plaindeal.watch;

import dev.plaindeal.EngineListener;
import dev.plaindeal.Reload;
import dev.plaindeal.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes books published and refused to a host's log. Of a problem it writes only place and name: its sentence and source
 * line quote rule files, and so codes and amounts, which have no place in a log.
 */
final class BookLog implements EngineListener {

    private static final Logger LOG = LoggerFactory.getLogger(ReloadingEngine.class);
    private static final int MOST = 20;
    private static final long NANOS_PER_MILLI = 1_000_000;

    @Override
    public void published(Reload.Published published) {
        LOG.info("rule book {} published with {} promotions after {} ms{}",
                published.rules(),
                published.promotions(),
                published.nanos() / NANOS_PER_MILLI,
                published.before().map(before -> ", in place of " + before).orElse(""));
        List<Problem> missed = published.warnings().stream().filter(BookLog::isMissed).toList();
        if (!missed.isEmpty()) {
            LOG.warn("not used by book {}: {}", published.rules(), places(missed));
        }
    }

    /** What somebody may think is used; what else is odd about rules is for whoever writes them. */
    private static boolean isMissed(Problem warning) {
        return warning.code().equals("not-read") || warning.code().equals("no-promotion");
    }

    @Override
    public void refused(Reload.Refused refused) {
        LOG.warn("rules refused, book {} stays; problems: {}; {}",
                refused.rules(), refused.problems().size(), places(refused.problems()));
    }

    private static String places(List<Problem> problems) {
        String places = problems.stream()
                .limit(MOST)
                .map(problem -> problem.place().text() + " " + problem.code())
                .collect(Collectors.joining(", "));
        return problems.size() > MOST ? places + ", ..." : places;
    }
}
