// The questions inside the program, as tools/compile_questions.cpp has made them when it was built.
#ifndef DEMARCHE_QUERY_EMBEDDED_H
#define DEMARCHE_QUERY_EMBEDDED_H

extern "C" const char demarche_questions_data[];  // see question_table.h
extern "C" const char demarche_questions_end[];

#endif
