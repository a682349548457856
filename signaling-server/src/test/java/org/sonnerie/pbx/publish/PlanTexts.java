package org.sonnerie.pbx.publish;

import java.util.List;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PlanProblem;

/** Plan documents for tests of other packages. */
public final class PlanTexts {
    private static final CompanyId COMPANY = new CompanyId("shop");

    private PlanTexts() {}

    /** The plan of a document that can be published. */
    public static CompanyPlan read(String document) {
        return PlanReader.read(COMPANY, 1, document);
    }

    /** What is wrong with a document that can be read. */
    public static List<PlanProblem> problems(String document) {
        return PlanReader.readUnchecked(COMPANY, 1, document).problems();
    }

    /** The document as it is written, with all that was left out. */
    public static String whole(String document) {
        return PlanWriter.write(PlanReader.readUnchecked(COMPANY, 1, document));
    }
}
