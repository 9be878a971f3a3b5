/*
 * holidays - the bank holidays of England and Wales, from the file that GOV.UK offers (gov.uk/bank-holidays.json).
 *
 * Called: by offer.c, when offer.yaml names the file.
 */
#ifndef DOOR_MODEL_HOLIDAYS_H
#define DOOR_MODEL_HOLIDAYS_H

struct door_check;
struct door_list;

/* Fill dates with struct door_date in the file's order. What is not in GOV.UK's form is an error. */
void door_holidays_load(struct door_check *check, const char *file, struct door_list *dates);

#endif
