/*
 * accessibility - what the offer's accessibility statement says: `accessibility` of offer.yaml.
 *
 * The law (SI 2018/952, regulation 8) wants a statement on every public website: how far it meets WCAG, what does not
 * work and why, whom to tell, and when all that was found out. Nobody but the council can know that, so a site without
 * the field says that it was not assessed.
 */
#ifndef DOOR_MODEL_ACCESSIBILITY_H
#define DOOR_MODEL_ACCESSIBILITY_H

#include <stdint.h>

#include "model/schema.h"
#include "model/values.h"

struct door_diag;
struct door_offer;

enum door_compliance {
    DOOR_COMPLIANCE_FULL = 1,
    DOOR_COMPLIANCE_PARTIAL,
    DOOR_COMPLIANCE_NONE,
};

/* Why something is not accessible: the three headings of the model statement. */
enum door_problem_reason {
    DOOR_PROBLEM_FAILING = 1,       /* against the regulations: to be mended */
    DOOR_PROBLEM_BURDEN,            /* mending it was assessed as a disproportionate burden */
    DOOR_PROBLEM_EXEMPT,            /* the regulations do not cover it */
};

struct door_problem_known {
    uint32_t what, who, plan, instead;      /* prose */
    const char *criterion;
    int reason;                     /* enum door_problem_reason */
    struct door_date by;
};

struct door_accessibility {
    int status;                     /* enum door_compliance */
    struct door_date prepared, tested, reviewed;
    uint32_t by, how, reply;        /* prose */
    const char *contact;
    struct door_list problems;      /* struct door_problem_known */
};

extern const struct door_record door_accessibility_record, door_problem_record;

/* Warn of a statement that is missing, incomplete, or not reviewed for a year. */
void door_accessibility_tell(const struct door_offer *offer, struct door_date today, struct door_diag *diag);

#endif
