import { fold } from '../understanding/words.ts'

/*
 * First and last names that are frequent where Spanish and English are spoken and that are no other word of either: "Rosa",
 * "Will" and "Mark" are left out. A name that is not here is known by what stands before it (personal.ts).
 */
const FIRST = `adriana agustin alberto alejandra alejandro alfonso alfredo alicia alvaro amanda ana andrea andres angela antonia antonio
  armando arturo beatriz belen benjamin bernardo camila carlos carmen carolina catalina cecilia cesar claudia cristian cristina
  cristobal daniel daniela david diana diego eduardo elena elizabeth emilia emiliano emilio enrique ernesto esteban esther eugenia
  eva fabian fabiola federico felipe fernanda fernando francisca francisco gabriel gabriela gerardo gilberto gonzalo gregorio
  guadalupe guillermo gustavo hector hernan hugo ignacio ines irene isabel ivan jaime javier jimena joaquin jorge jose josefina
  juan juana juanita julia julian juliana julieta julio karen karina laura leonardo leticia liliana lorena lorenzo lucas lucia luis luisa
  manuel manuela marcela marcelo margarita maria mariana mariano marina mario marta martha martin martina mateo matias mauricio
  miguel monica natalia nicolas norma octavio olga omar oscar pablo paola patricia patricio paula paulina pedro rafael ramiro ramon
  raquel raul rebeca ricardo roberto rodolfo rodrigo rogelio ruben samuel sandra sebastian sergio silvia sofia susana tatiana teresa
  tomas valentina valeria veronica vicente ximena yolanda aitor iker jordi montserrat nuria xavier
  alan alexander alice amy andrew angela anthony barbara betty brandon brian carol catherine charles charlotte christine
  christopher cynthia deborah donna dorothy edward emily emma eric ethan george gregory hannah heather helen henry jacob james
  janet jason jeffrey jennifer jeremy jessica joanna john jonathan joseph joshua judith justin katherine kathleen kelly kenneth kevin kimberly
  kyle larry lauren linda lisa margaret matthew megan melissa michael michelle nancy nathan nicholas nicole olivia oliver pamela
  patrick peter philip rachel raymond rebecca richard robert ronald ruth ryan samantha sarah scott sharon sophie stephanie
  stephen steven susan theresa thomas timothy tyler victoria virginia walter william zachary`

const LAST = `acosta aguilar alonso alvarez arias blanco caceres calderon cardenas castillo castro chavez contreras cortes delgado diaz
  dominguez duarte escobar espinoza fernandez figueroa flores fuentes gallardo garcia gil gimenez gomez gonzales gonzalez guerrero
  gutierrez guzman hernandez herrera ibanez jimenez lopez lozano marin marquez martinez medina mejia mendez mendoza molina montoya
  morales moreno munoz navarro nunez ortega ortiz osorio pena perez quintero ramirez ramos rios rivas rivera rodriguez rojas romero
  rubio ruiz salazar sanchez sandoval santana serrano silva solis soto suarez torres valdez valencia vargas vasquez vazquez vega
  velasquez vera vidal zapata
  adams allen anderson bailey baker brooks campbell carter clark collins cooper davis edwards evans garner harris hughes
  jackson jenkins johnson jones kelly lewis martin miller mitchell moore morgan morris murphy nelson parker patterson
  peterson phillips reed roberts robinson rogers russell sanders simmons smith stewart taylor thompson turner walker watson
  williams wilson wright`

const setOf = (list: string) => new Set(list.split(/\s+/))
const first = setOf(FIRST)
const last = setOf(LAST)

/** Whether a word is somebody's first name and nothing else. */
export function isFirstName(word: string): boolean {
  return first.has(fold(word))
}

/** Whether a word behind a first name is a last name, however it is written. */
export function isLastName(word: string): boolean {
  return last.has(fold(word))
}
